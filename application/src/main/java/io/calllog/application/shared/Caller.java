package io.calllog.application.shared;

import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

/** The source of a command, for the audit trail. An internal caller has no session. */
public record Caller(Actor actor, @Nullable SessionId session, Origin origin) {

  /** A caller inside the system, without a session and an address. */
  public static Caller internal(Actor actor) {
    return new Caller(actor, null, Origin.INTERNAL);
  }
}
