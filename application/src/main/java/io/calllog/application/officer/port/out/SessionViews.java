package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Session;
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
