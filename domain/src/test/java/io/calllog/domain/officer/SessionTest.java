package io.calllog.domain.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.officer.Session.Continuation;
import io.calllog.domain.shared.Origin;
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
  void goes_on_from_token_to_token() {
    Instant now = BEGIN.plusSeconds(900);
    Continuation one = goOn(session, first, now);

    assertThat(one.shown()).isEqualTo(new RefreshToken("first", 0, now, false));
    assertThat(one.session().origin()).isEqualTo(ROAD);
    assertThat(one.session().createdAt()).isEqualTo(BEGIN);
    assertThat(one.session().lastUsedAt()).isEqualTo(now);
    assertThat(one.session().expiresAt()).isEqualTo(now.plus(LIFETIME));

    RefreshToken second = one.session().newestToken("second");
    assertThat(goOn(one.session(), second, now.plusSeconds(900)).shown().spentAt()).isNotNull();
  }

  @Test
  void is_open_until_it_expires_or_is_ended() {
    assertThat(session.isOpen(BEGIN.plus(LIFETIME).minusMillis(1))).isTrue();
    assertThat(session.isOpen(BEGIN.plus(LIFETIME))).isFalse();
    assertThat(session.end(BEGIN).isOpen(BEGIN)).isFalse();
    assertThat(session.end(BEGIN).end(BEGIN.plusSeconds(5)).endedAt()).isEqualTo(BEGIN);
  }

  @Test
  void takes_a_spent_token_once_more_for_a_minute() {
    Continuation one = goOn(session, first, BEGIN);

    Continuation again = goOn(one.session(), one.shown(), BEGIN.plusSeconds(60));

    assertThat(again.shown().repeated()).isTrue();
    assertThat(again.session().generation()).isEqualTo(one.session().generation());
    refuses(one.session(), one.shown(), BEGIN.plusSeconds(60).plusMillis(1));
    refuses(again.session(), again.shown(), BEGIN.plusSeconds(60));
  }

  @Test
  void takes_either_successor_of_a_token_used_twice_and_then_not_the_other() {
    Continuation one = goOn(session, first, BEGIN);
    RefreshToken lost = one.session().newestToken("lost");
    Continuation again = goOn(one.session(), one.shown(), BEGIN.plusSeconds(5));
    RefreshToken received = again.session().newestToken("received");

    Continuation next = goOn(again.session(), received, BEGIN.plusSeconds(900));

    refuses(next.session(), lost, BEGIN.plusSeconds(901));
    assertThat(goOn(again.session(), lost, BEGIN.plusSeconds(900)).session().generation())
        .isEqualTo(2);
  }

  @Test
  void refuses_a_spent_token_once_its_successor_was_used() {
    Continuation one = goOn(session, first, BEGIN);
    Continuation two =
        goOn(one.session(), one.session().newestToken("second"), BEGIN.plusSeconds(1));

    refuses(two.session(), one.shown(), BEGIN.plusSeconds(2));
  }

  private static Continuation goOn(Session session, RefreshToken token, Instant now) {
    return session.goOn(token, ROAD, now, LIFETIME).orElseThrow();
  }

  private static void refuses(Session session, RefreshToken token, Instant now) {
    assertThat(session.goOn(token, ROAD, now, LIFETIME)).isEmpty();
  }
}
