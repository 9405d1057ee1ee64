package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.OfficerId;
import java.time.Instant;

/** Ends the sessions of officers. Every method demands the caller's transaction. Thread-safe. */
public interface OfficerSessions {

  /** Ends all open sessions of an officer. */
  void endAll(OfficerId officer, Instant now);

  /** Deletes all sessions of an officer, with the addresses and user agents in them. */
  void forget(OfficerId officer);
}
