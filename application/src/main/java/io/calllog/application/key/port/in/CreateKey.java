package io.calllog.application.key.port.in;

import io.calllog.application.key.KeySecret;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.Scope;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates a key. */
public interface CreateKey {

  /**
   * Creates a key. Its text is returned only here.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.domain.shared.InvalidInput without scopes, with a scope twice, or if it
   *     would have expired; {@code unknown-reference} if the region does not exist
   */
  Created create(Command command);

  /** The parameters. Without a caller, the operator creates the key by a command. */
  record Command(
      @Nullable Caller caller, ApiKeyDetails details, List<Scope> scopes, RegionPath region) {}

  /** A new key and its text. */
  record Created(KeySecret secret, ApiKeyView key) {}
}
