package io.calllog.application.officer.port.out;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import java.util.Optional;

/** Reads visible officers that are not deleted. Thread-safe. */
public interface OfficerViews {

  /** Finds an officer, if visible. */
  Optional<OfficerView> find(OfficerId id, Visibility visibility);

  /** Returns the visible officers that match the filter, by name ignoring case, then by id. */
  Slice<OfficerView, ByName> list(
      OfficerFilter filter, Visibility visibility, Paging<ByName> paging);

  /**
   * Passes on all officers that {@link #list} returns on its pages. Runs in {@code
   * UnitOfWork.export}.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   */
  void export(OfficerFilter filter, Visibility visibility, Export<OfficerView> export);
}
