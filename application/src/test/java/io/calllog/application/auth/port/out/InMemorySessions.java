package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fake of the ports for sessions. Thread-safe. */
public final class InMemorySessions implements SessionRepository, SessionViews, OfficerSessions {

  private record Kept(SessionId session, RefreshToken token) {}

  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Kept> tokens = new HashMap<>();

  @Override
  public synchronized void add(Session session, RefreshToken first) {
    sessions.put(session.id(), session);
    tokens.put(first.hash(), new Kept(session.id(), first));
    open(session.officer(), session.createdAt()).stream()
        .skip(Session.MAX_PER_OFFICER)
        .forEach(tooMany -> sessions.put(tooMany.id(), tooMany.end(session.createdAt())));
  }

  @Override
  public synchronized Optional<Found> findForUpdate(String hash) {
    return Optional.ofNullable(tokens.get(hash))
        .map(kept -> new Found(find(kept.session()).orElseThrow(), kept.token()));
  }

  @Override
  public synchronized void rotate(Session session, RefreshToken shown, RefreshToken next) {
    sessions.put(session.id(), session);
    tokens.put(shown.hash(), new Kept(session.id(), shown));
    tokens.put(next.hash(), new Kept(session.id(), next));
  }

  @Override
  public synchronized boolean end(SessionId id, OfficerId officer, Instant now) {
    Optional<Session> open =
        find(id).filter(session -> session.officer().equals(officer) && session.isOpen(now));
    open.ifPresent(session -> sessions.put(id, session.end(now)));
    return open.isPresent();
  }

  @Override
  public synchronized void endOthers(OfficerId officer, SessionId kept, Instant now) {
    tokens.values().removeIf(each -> each.session().equals(kept) && each.token().spentAt() != null);
    boolean copied =
        tokens.values().stream().filter(each -> each.session().equals(kept)).count() > 1;
    sessions.replaceAll((id, session) ->
        session.officer().equals(officer) && (copied || !id.equals(kept))
            ? session.end(now)
            : session);
  }

  @Override
  public synchronized void endAll(OfficerId officer, Instant now) {
    sessions.replaceAll(
        (_, session) -> session.officer().equals(officer) ? session.end(now) : session);
  }

  @Override
  public synchronized void deleteAll(OfficerId officer) {
    sessions.values().removeIf(session -> session.officer().equals(officer));
    tokens.values().removeIf(kept -> !sessions.containsKey(kept.session()));
  }

  @Override
  public synchronized List<Session> listOpen(OfficerId officer, Instant now) {
    return open(officer, now).stream().limit(Session.MAX_PER_OFFICER).toList();
  }

  /** Returns a session, open or ended. */
  public synchronized Optional<Session> find(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  private List<Session> open(OfficerId officer, Instant now) {
    return sessions.values().stream()
        .filter(session -> session.officer().equals(officer) && session.isOpen(now))
        .sorted(
            Comparator.comparing(Session::lastUsedAt)
                .thenComparing(session -> session.id().toString())
                .reversed())
        .toList();
  }
}
