package io.calllog.application.shared;

import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The source of a command, as recorded in the audit trail.
 *
 * @param actor the officer who acts
 * @param session the session of the request; null if there is none
 */
public record Caller(Actor actor, @Nullable SessionId session, Origin origin) {

  /** A caller inside the system, without a session and an address. */
  public static Caller internal(Actor actor) {
    return new Caller(actor, null, Origin.INTERNAL);
  }
}
