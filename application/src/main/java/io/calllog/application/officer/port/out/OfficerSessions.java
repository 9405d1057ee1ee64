package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.OfficerId;
import java.time.Instant;

/** Ends the sessions of officers. All methods require a transaction. Thread-safe. */
public interface OfficerSessions {

  /** Ends all open sessions of an officer. */
  void endAll(OfficerId officer, Instant now);

  /** Deletes all sessions of an officer, including their addresses and user agents. */
  void deleteAll(OfficerId officer);
}
