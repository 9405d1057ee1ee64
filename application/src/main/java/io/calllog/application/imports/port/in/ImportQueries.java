package io.calllog.application.imports.port.in;

import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.view.ImportView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Actor;

/** Reads imports. Administrators see all of them, others those they started. */
public interface ImportQueries {

  /** Finds an import. Throws {@link io.calllog.domain.shared.NotFound} if it is not visible. */
  ImportView find(Actor actor, ImportId id);

  /** Returns the imports, the latest first. */
  Slice<ImportView, ByTime> list(Actor actor, Paging<ByTime> paging);

  /** Passes on the errors of the rows that were rejected until now, by line. */
  void rejected(Actor actor, ImportId id, Export<RejectedRow> export);
}
