package io.calllog.application.shared;

import io.calllog.domain.key.ApiKey;
import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The source of a command, for the audit trail.
 *
 * @param session the session of an officer; null for a key and for an internal caller
 * @param key the key that the request was made with; null for an officer
 */
public record Caller(
    Actor actor, @Nullable SessionId session, @Nullable ApiKey key, Origin origin) {

  /** Creates an officer. */
  public Caller(Actor actor, @Nullable SessionId session, Origin origin) {
    this(actor, session, null, origin);
  }

  /** A key. */
  public static Caller of(ApiKey key, Origin origin) {
    return new Caller(key.asActor(), null, key, origin);
  }

  /** A caller inside the system, without a session and an address. */
  public static Caller internal(Actor actor) {
    return new Caller(actor, null, Origin.INTERNAL);
  }
}
