package io.calllog.application.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Instant BEGIN = Instant.parse("2026-03-10T09:15:30Z");
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final Origin HOME = new Origin("203.0.113.7", "Home");
  private static final Origin ROAD = new Origin("198.51.100.4", "Road");

  private final Session session =
      Session.begin(
          new SessionId(UUID.randomUUID()),
          new OfficerId(UUID.randomUUID()),
          HOME,
          BEGIN,
          LIFETIME);

  @Test
  void lasts_longer_with_each_use() {
    Instant now = BEGIN.plusSeconds(900);
    Session used = session.use(ROAD, now, LIFETIME);

    assertThat(used.origin()).isEqualTo(ROAD);
    assertThat(used.createdAt()).isEqualTo(BEGIN);
    assertThat(used.lastUsedAt()).isEqualTo(now);
    assertThat(used.expiresAt()).isEqualTo(now.plus(LIFETIME));
  }

  @Test
  void is_open_until_it_expires_or_is_ended() {
    assertThat(session.isOpen(BEGIN.plus(LIFETIME).minusMillis(1))).isTrue();
    assertThat(session.isOpen(BEGIN.plus(LIFETIME))).isFalse();
    assertThat(session.end(BEGIN).isOpen(BEGIN)).isFalse();
    assertThat(session.end(BEGIN).end(BEGIN.plusSeconds(5)).endedAt()).isEqualTo(BEGIN);
  }

  @Test
  void accepts_a_token_until_the_grace_after_its_first_use_ends() {
    Duration grace = Duration.ofMinutes(10);
    var unused = new RefreshToken("first", BEGIN);
    RefreshToken spent = unused.use(BEGIN).use(BEGIN.plusSeconds(599));

    assertThat(unused.isUsable(BEGIN.plus(LIFETIME), grace)).isTrue();
    assertThat(spent.isUsable(BEGIN.plus(grace), grace)).isTrue();
    assertThat(spent.isUsable(BEGIN.plus(grace).plusMillis(1), grace)).isFalse();
  }

  @Test
  void an_unused_token_expires() {
    var unused = new RefreshToken("first", BEGIN);

    assertThat(unused.isExpired(BEGIN.plus(LIFETIME).minusMillis(1), LIFETIME)).isFalse();
    assertThat(unused.isExpired(BEGIN.plus(LIFETIME), LIFETIME)).isTrue();
    assertThat(unused.use(BEGIN).isExpired(BEGIN.plus(LIFETIME), LIFETIME)).isFalse();
  }
}
