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
  private final RefreshToken first = session.newestToken("first");

  @Test
  void rotates_tokens() {
    Instant now = BEGIN.plusSeconds(900);
    Session second = rotate(session, first, now);

    assertThat(second.origin()).isEqualTo(ROAD);
    assertThat(second.createdAt()).isEqualTo(BEGIN);
    assertThat(second.lastUsedAt()).isEqualTo(now);
    assertThat(second.expiresAt()).isEqualTo(now.plus(LIFETIME));
    Session third = rotate(second, second.newestToken("second"), now.plusSeconds(900));
    assertThat(third.generation()).isEqualTo(2);
  }

  @Test
  void is_open_until_it_expires_or_is_ended() {
    assertThat(session.isOpen(BEGIN.plus(LIFETIME).minusMillis(1))).isTrue();
    assertThat(session.isOpen(BEGIN.plus(LIFETIME))).isFalse();
    assertThat(session.end(BEGIN).isOpen(BEGIN)).isFalse();
    assertThat(session.end(BEGIN).end(BEGIN.plusSeconds(5)).endedAt()).isEqualTo(BEGIN);
  }

  @Test
  void accepts_a_used_token_once_more_within_a_minute() {
    Session second = rotate(session, first, BEGIN);
    RefreshToken spent = first.use(BEGIN);

    Session again = rotate(second, spent, BEGIN.plusSeconds(60));

    assertThat(again.generation()).isEqualTo(second.generation());
    refuses(second, spent, BEGIN.plusSeconds(60).plusMillis(1));
    refuses(again, spent.use(BEGIN.plusSeconds(60)), BEGIN.plusSeconds(60));
  }

  @Test
  void accepts_only_the_first_used_of_two_successors() {
    Session second = rotate(session, first, BEGIN);
    RefreshToken lost = second.newestToken("lost");
    Session again = rotate(second, first.use(BEGIN), BEGIN.plusSeconds(5));
    RefreshToken received = again.newestToken("received");

    Session third = rotate(again, received, BEGIN.plusSeconds(900));

    refuses(third, lost, BEGIN.plusSeconds(901));
    assertThat(rotate(again, lost, BEGIN.plusSeconds(900)).generation()).isEqualTo(2);
  }

  @Test
  void rejects_a_used_token_after_its_successor_was_used() {
    Session second = rotate(session, first, BEGIN);
    Session third = rotate(second, second.newestToken("second"), BEGIN.plusSeconds(1));

    refuses(third, first.use(BEGIN), BEGIN.plusSeconds(2));
  }

  private static Session rotate(Session session, RefreshToken token, Instant now) {
    return session.rotate(token, ROAD, now, LIFETIME).orElseThrow();
  }

  private static void refuses(Session session, RefreshToken token, Instant now) {
    assertThat(session.rotate(token, ROAD, now, LIFETIME)).isEmpty();
  }
}
