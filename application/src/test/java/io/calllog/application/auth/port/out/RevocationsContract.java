package io.calllog.application.auth.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What {@link Revocations} promises, once it has had the time that it may take. */
public abstract class RevocationsContract extends StorageContract {

  private final Officer anna = samples.officer("Anna", samples.below("UK"));
  private final Officer bob = samples.officer("Bob", samples.below("UK"));

  /** Lets the port learn what happened. */
  protected abstract void learn();

  @Test
  void lets_good_tokens_pass() {
    SessionId session = begin(anna);
    learn();

    assertThat(isVoid(anna, 0, session)).isFalse();
  }

  @Test
  void voids_tokens_of_an_older_token_version() {
    SessionId session = begin(anna);
    SessionId bobs = begin(bob);
    Officer changed = update(anna.withPassword(new PasswordHash("another"), Samples.NOW));
    learn();

    assertThat(isVoid(anna, 0, session)).isTrue();
    assertThat(isVoid(anna, 1, session)).isFalse();
    assertThat(isVoid(bob, 0, bobs)).isFalse();
    assertThat(update(revised(changed, Role.MANAGER)).tokenVersion()).isEqualTo(2);
    learn();
    assertThat(isVoid(anna, 1, session)).isTrue();
  }

  @Test
  void lets_a_token_pass_that_is_newer_than_what_it_has_learned() {
    SessionId session = begin(anna);
    Officer changed = update(anna.withPassword(new PasswordHash("another"), Samples.NOW));
    learn();
    assertThat(
            update(changed.withPassword(new PasswordHash("a third"), Samples.NOW)).tokenVersion())
        .isEqualTo(2);

    assertThat(isVoid(anna, 2, session)).isFalse();
  }

  @Test
  void minds_no_other_change() {
    SessionId session = begin(anna);
    assertThat(update(revised(anna, anna.details().role())).tokenVersion()).isZero();
    learn();

    assertThat(isVoid(anna, 0, session)).isFalse();
  }

  @Test
  void voids_the_tokens_of_somebody_deleted() {
    SessionId session = begin(anna);
    doInTransaction(() -> storage().officers().remove(anna, Samples.NOW));
    learn();

    assertThat(isVoid(anna, 0, session)).isTrue();
  }

  @Test
  void voids_the_tokens_of_a_session_that_was_ended() {
    SessionId ended = begin(anna);
    SessionId other = begin(anna);
    assertThat(inTransaction(() -> storage().sessions().end(ended, anna.id(), Instant.now())))
        .isTrue();
    learn();

    assertThat(isVoid(anna, 0, ended)).isTrue();
    assertThat(isVoid(anna, 0, other)).isFalse();
  }

  /** Whether the token is void as far as the port knows. */
  protected final boolean isVoid(Officer officer, int tokenVersion, SessionId session) {
    return storage().revocations().isRevoked(officer.id(), tokenVersion, session);
  }

  /** A new session of an officer, who is kept if need be. */
  protected final SessionId begin(Officer officer) {
    if (storage().officers().find(officer.id()).isEmpty()) {
      keep(officer);
    }
    var id = new SessionId(samples.id(Samples.NOW));
    var session =
        Session.begin(id, officer.id(), Origin.INTERNAL, Instant.now(), Duration.ofDays(30));
    doInTransaction(() -> storage().sessions().add(session, session.newestToken(hashOf(id))));
    return id;
  }

  /** Keeps a change. */
  protected final Officer update(Officer officer) {
    return inTransaction(() -> storage().officers().update(officer));
  }

  private static String hashOf(SessionId id) {
    return new RefreshSecret(id.toString()).hash();
  }

  private Officer revised(Officer officer, Role role) {
    UnaryOperator<OfficerDetails> changes =
        was ->
            new OfficerDetails(
                new Name("Renamed"), was.email(), was.phone(), was.region(), role, was.status());
    Actor admin = new Actor(new OfficerId(samples.id(Samples.NOW)), Role.ADMIN, Region.ROOT);
    return officer.revise(changes, admin, Samples.NOW);
  }
}
