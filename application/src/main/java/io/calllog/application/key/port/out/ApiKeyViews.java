package io.calllog.application.key.port.out;

import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.key.ApiKeyId;
import java.util.Optional;

/** Reads keys that were not revoked. Thread-safe. */
public interface ApiKeyViews {

  /** Finds a key. */
  Optional<ApiKeyView> find(ApiKeyId id);

  /** Returns the keys by name. */
  Slice<ApiKeyView, ByName> list(Paging<ByName> paging);
}
