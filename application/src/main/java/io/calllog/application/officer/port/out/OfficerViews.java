package io.calllog.application.officer.port.out;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import java.util.Optional;

/** Reads officers, as far as the visibility goes and without the deleted. Thread-safe. */
public interface OfficerViews {

  /** One officer, if visible. */
  Optional<OfficerView> find(OfficerId id, Visibility visibility);

  /** The visible officers that pass the filter, by name without regard to case, then by id. */
  Slice<OfficerView, ByName> list(
      OfficerFilter filter, Visibility visibility, Paging<ByName> paging);
}
