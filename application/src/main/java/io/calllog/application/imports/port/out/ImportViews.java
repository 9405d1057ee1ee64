package io.calllog.application.imports.port.out;

import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.view.ImportView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.ActorId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads imports that were received. Thread-safe. */
public interface ImportViews {

  /** Finds an import. */
  Optional<ImportView> view(ImportId id);

  /** Returns the imports, or those of one creator, the latest first. */
  Slice<ImportView, ByTime> list(@Nullable ActorId creator, Paging<ByTime> paging);

  /** Passes on the errors of an import by line. Runs in {@code UnitOfWork.export}. */
  void rejected(ImportId id, Export<RejectedRow> export);
}
