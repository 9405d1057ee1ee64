package io.calllog.application.shared;

import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The source of a command: the actor, and how the request reached the system. The audit trail keeps
 * it.
 *
 * @param actor the officer who acts
 * @param session the session of the request; null when the actor did not sign in for it
 * @param origin the network address and user agent of the request
 */
public record Caller(Actor actor, @Nullable SessionId session, Origin origin) {

  /** A caller inside the system, without a session and an address. */
  public static Caller internal(Actor actor) {
    return new Caller(actor, null, Origin.INTERNAL);
  }
}
