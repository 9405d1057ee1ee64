package io.calllog.application.auth.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.out.SessionRepository.Found;
import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract of {@link SessionRepository} and {@link SessionViews}. */
public abstract class SessionRepositoryContract extends StorageContract {

  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final Origin FROM = new Origin("2001:db8::7", "Tést \uD83D\uDE00");
  private static final Instant LATER = Samples.NOW.plusSeconds(900);

  private final Officer anna = samples.officer("Anna", samples.root());
  private final Officer bob = samples.officer("Bob", samples.root());

  @Test
  void finds_a_session_by_each_of_its_tokens() {
    Session session = begin(anna, Samples.NOW, FROM);
    Session next = session.use(FROM, LATER, LIFETIME);
    var second = new RefreshToken(hash(session, "second"), LATER);
    RefreshToken spent = first(session).use(LATER);
    doInTransaction(() -> sessions().rotate(next, spent, second));

    assertThat(find(hash(session, "first"))).contains(new Found(next, spent));
    assertThat(find(hash(session, "second"))).contains(new Found(next, second));
    assertThat(find(hash(session, "third"))).isEmpty();
  }

  @Test
  void keeps_every_successor_and_the_time_of_the_first_use() {
    Session session = begin(anna, Samples.NOW, Origin.INTERNAL);
    RefreshToken spent = first(session).use(LATER);
    var one = new RefreshToken(hash(session, "2a"), LATER);
    var other = new RefreshToken(hash(session, "2b"), LATER);
    doInTransaction(() -> sessions().rotate(session.use(FROM, LATER, LIFETIME), spent, one));
    Instant again = LATER.plusSeconds(1);
    doInTransaction(
        () -> sessions().rotate(session.use(FROM, again, LIFETIME), spent.use(again), other));

    assertThat(find(spent.hash()).orElseThrow().token()).isEqualTo(spent);
    assertThat(find(one.hash()).orElseThrow().token()).isEqualTo(one);
    assertThat(find(other.hash()).orElseThrow().token()).isEqualTo(other);
  }

  @Test
  void ends_a_session_of_its_officer_once() {
    Session session = begin(anna, Samples.NOW, FROM);
    Session other = begin(anna, Samples.NOW, FROM);

    assertThat(end(session.id(), bob.id(), LATER)).isFalse();
    assertThat(end(session.id(), anna.id(), LATER)).isTrue();
    assertThat(end(session.id(), anna.id(), LATER)).isFalse();
    assertThat(end(other.id(), anna.id(), Samples.NOW.plus(LIFETIME))).as("expired").isFalse();
    assertThat(end(new SessionId(samples.id(LATER)), anna.id(), LATER)).isFalse();

    assertThat(find(hash(session, "first")).orElseThrow().session()).isEqualTo(session.end(LATER));
    assertThat(open(anna, LATER)).containsExactly(other);
  }

  @Test
  void ends_all_other_sessions_of_an_officer() {
    Session first = begin(anna, Samples.NOW, FROM);
    Session second = begin(anna, LATER, FROM);
    Session bobs = begin(bob, Samples.NOW, FROM);

    endOthers(anna, second.id());
    assertThat(open(anna, LATER)).containsExactly(second);
    doInTransaction(() -> storage().officerSessions().endAll(anna.id(), LATER));
    assertThat(open(anna, LATER)).isEmpty();
    assertThat(open(bob, LATER)).containsExactly(bobs);
    assertThat(find(hash(first, "first")).orElseThrow().session().endedAt()).isEqualTo(LATER);
  }

  @Test
  void deletes_all_sessions_of_an_officer() {
    Session session = begin(anna, Samples.NOW, FROM);
    Session bobs = begin(bob, Samples.NOW, FROM);

    doInTransaction(() -> storage().officerSessions().deleteAll(anna.id()));

    assertThat(open(anna, LATER)).isEmpty();
    assertThat(find(hash(session, "first"))).isEmpty();
    assertThat(open(bob, LATER)).containsExactly(bobs);
  }

  @Test
  void lists_open_sessions_last_used_first() {
    Session older = begin(anna, Samples.NOW, FROM);
    Session newer = begin(anna, LATER, Origin.INTERNAL);

    assertThat(open(anna, LATER)).containsExactly(newer, older);
    assertThat(open(anna, Samples.NOW.plus(LIFETIME))).containsExactly(newer);
    assertThat(open(bob, LATER)).isEmpty();
  }

  @Test
  void ends_the_least_recently_used_session_above_the_maximum() {
    Session oldest = begin(anna, Samples.NOW, FROM);
    List<Session> rest = new ArrayList<>();
    for (int i = 1; i <= Session.MAX_PER_OFFICER; i++) {
      rest.addFirst(begin(anna, Samples.NOW.plusSeconds(i), FROM));
    }

    assertThat(open(anna, LATER)).containsExactlyElementsOf(rest);
    assertThat(find(hash(oldest, "first")).orElseThrow().session().endedAt()).isNotNull();
  }

  @Test
  void locks_the_session_while_it_is_rotated() {
    Session session = begin(anna, Samples.NOW, FROM);

    List<Boolean> spent =
        allAtOnce(
            List.of(
                () -> spendUnlessSpent(session, "second"), () -> spendUnlessSpent(session, "2b")));

    assertThat(spent).containsExactlyInAnyOrder(true, false);
  }

  private boolean spendUnlessSpent(Session session, String next) {
    return inTransaction(() -> {
      Found found = sessions().findForUpdate(hash(session, "first")).orElseThrow();
      if (found.token().spentAt() != null) {
        return false;
      }
      Session one = found.session().use(FROM, LATER, LIFETIME);
      sessions()
          .rotate(one, found.token().use(LATER), new RefreshToken(hash(session, next), LATER));
      return true;
    });
  }

  @Test
  void keeps_a_session_without_its_used_tokens() {
    Session session = begin(anna, Samples.NOW, FROM);
    RefreshToken spent = first(session).use(LATER);
    rotate(session, spent, "second");

    endOthers(anna, session.id());

    assertThat(open(anna, LATER)).extracting(Session::id).containsExactly(session.id());
    assertThat(find(spent.hash())).isEmpty();
    assertThat(find(hash(session, "second"))).isPresent();
  }

  @Test
  void ends_a_session_whose_token_was_copied_even_if_it_is_the_one_to_keep() {
    Session session = begin(anna, Samples.NOW, FROM);
    RefreshToken spent = first(session).use(LATER);
    rotate(session, spent, "second");
    rotate(session, spent, "copy");

    endOthers(anna, session.id());

    assertThat(open(anna, LATER)).isEmpty();
  }

  private void rotate(Session session, RefreshToken spent, String next) {
    doInTransaction(() ->
        sessions()
            .rotate(
                session.use(FROM, LATER, LIFETIME),
                spent,
                new RefreshToken(hash(session, next), LATER)));
  }

  private Session begin(Officer officer, Instant now, Origin origin) {
    if (storage().officers().find(officer.id()).isEmpty()) {
      keep(officer);
    }
    var id = new SessionId(samples.id(now));
    Session session = Session.begin(id, officer.id(), origin, now, LIFETIME);
    doInTransaction(() -> sessions().add(session, first(session)));
    return session;
  }

  private static RefreshToken first(Session session) {
    return new RefreshToken(hash(session, "first"), session.createdAt());
  }

  private static String hash(Session session, String name) {
    return new RefreshSecret(session.id() + name).hash();
  }

  private Optional<Found> find(String hash) {
    return inTransaction(() -> sessions().findForUpdate(hash));
  }

  private boolean end(SessionId id, OfficerId officer, Instant now) {
    return inTransaction(() -> sessions().end(id, officer, now));
  }

  private void endOthers(Officer officer, SessionId kept) {
    doInTransaction(() -> sessions().endOthers(officer.id(), kept, LATER));
  }

  private List<Session> open(Officer officer, Instant now) {
    return storage().sessionViews().listOpen(officer.id(), now);
  }

  private SessionRepository sessions() {
    return storage().sessions();
  }
}
