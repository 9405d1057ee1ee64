package io.calllog.application.key.port.in;

import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.Actor;

/** Reads keys for administrators. Thread-safe. */
public interface KeyQueries {

  /**
   * Returns a key.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.domain.shared.NotFound if there is no such key, or it was revoked
   */
  ApiKeyView find(Actor actor, ApiKeyId id);

  /**
   * Returns the keys that were not revoked, by name.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   */
  Slice<ApiKeyView, ByName> list(Actor actor, Paging<ByName> paging);
}
