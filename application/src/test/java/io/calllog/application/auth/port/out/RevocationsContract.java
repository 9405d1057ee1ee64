package io.calllog.application.auth.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.RefreshToken;
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
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Contract of {@link Revocations}, after the delay that the port may have. */
public abstract class RevocationsContract extends StorageContract {

  private final Officer anna = samples.officer("Anna", samples.below("UK"));
  private final Officer bob = samples.officer("Bob", samples.below("UK"));

  /** Makes revocations up to now take effect. */
  protected abstract void learn();

  @Test
  void accepts_valid_tokens() {
    SessionId session = begin(anna);
    learn();

    assertThat(isRevoked(anna, 0, session)).isFalse();
  }

  @Test
  void revokes_tokens_with_an_older_version() {
    SessionId session = begin(anna);
    SessionId bobs = begin(bob);
    Officer changed = update(anna.withPassword(new PasswordHash("another"), Samples.NOW));
    learn();

    assertThat(isRevoked(anna, 0, session)).isTrue();
    assertThat(isRevoked(anna, 1, session)).isFalse();
    assertThat(isRevoked(bob, 0, bobs)).isFalse();
    assertThat(update(revised(changed, Role.MANAGER)).tokenVersion()).isEqualTo(2);
    learn();
    assertThat(isRevoked(anna, 1, session)).isTrue();
  }

  @Test
  void accepts_a_token_newer_than_the_cached_version() {
    SessionId session = begin(anna);
    Officer changed = update(anna.withPassword(new PasswordHash("another"), Samples.NOW));
    learn();
    assertThat(
            update(changed.withPassword(new PasswordHash("a third"), Samples.NOW)).tokenVersion())
        .isEqualTo(2);

    assertThat(isRevoked(anna, 2, session)).isFalse();
  }

  @Test
  void ignores_other_changes() {
    SessionId session = begin(anna);
    assertThat(update(revised(anna, anna.details().role())).tokenVersion()).isZero();
    learn();

    assertThat(isRevoked(anna, 0, session)).isFalse();
  }

  @Test
  void revokes_the_tokens_of_a_deleted_officer() {
    SessionId session = begin(anna);
    doInTransaction(() -> storage().officers().remove(anna, Samples.NOW));
    learn();

    assertThat(isRevoked(anna, 0, session)).isTrue();
  }

  @Test
  void revokes_the_tokens_of_an_ended_session() {
    SessionId ended = begin(anna);
    SessionId other = begin(anna);
    assertThat(inTransaction(() -> storage().sessions().end(ended, anna.id(), Instant.now())))
        .isTrue();
    learn();

    assertThat(isRevoked(anna, 0, ended)).isTrue();
    assertThat(isRevoked(anna, 0, other)).isFalse();
  }

  /** Returns whether the token is revoked according to the port. */
  protected final boolean isRevoked(Officer officer, int tokenVersion, SessionId session) {
    return storage().revocations().isRevoked(officer.id(), tokenVersion, session);
  }

  /** Starts a session of an officer, who is added if necessary. */
  protected final SessionId begin(Officer officer) {
    if (storage().officers().find(officer.id()).isEmpty()) {
      keep(officer);
    }
    var id = new SessionId(samples.id(Samples.NOW));
    var session =
        Session.begin(id, officer.id(), Origin.INTERNAL, Instant.now(), Duration.ofDays(30));
    doInTransaction(
        () -> storage().sessions().add(session, new RefreshToken(hashOf(id), session.createdAt())));
    return id;
  }

  /** Stores a change. */
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
                new Name("Renamed"),
                was.email(),
                was.phone(),
                was.region(),
                was.leads(),
                role,
                was.status());
    Actor admin =
        new Actor(new OfficerId(samples.id(Samples.NOW)), Role.ADMIN, RegionPath.ROOT, List.of());
    return officer.revise(changes, admin, Samples.NOW);
  }
}
