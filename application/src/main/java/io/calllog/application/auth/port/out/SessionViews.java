package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.Session;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.List;

/** Reads sessions. Thread-safe. */
public interface SessionViews {

  /**
   * The sessions of an officer that can go on, the last used first; at most {@link
   * Session#MOST_OF_ONE_OFFICER}.
   */
  List<Session> listOpen(OfficerId officer, Instant now);
}
