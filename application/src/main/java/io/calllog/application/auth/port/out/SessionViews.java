package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.Session;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.List;

/** Reads sessions. Thread-safe. */
public interface SessionViews {

  /**
   * Returns an officer's open sessions, last used first, at most {@link Session#MAX_PER_OFFICER}.
   */
  List<Session> listOpen(OfficerId officer, Instant now);
}
