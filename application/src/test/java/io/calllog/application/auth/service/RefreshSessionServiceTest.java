package io.calllog.application.auth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.auth.port.in.RefreshSession;
import io.calllog.application.auth.port.in.RefreshSession.Command;
import io.calllog.application.auth.port.out.AccessTokens.TokenClaims;
import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.Session;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.testing.Office;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RefreshSessionServiceTest {

  private static final Origin ROAD = new Origin("198.51.100.4", "Road");

  private final Office office = new Office();
  private final RefreshSession refresh =
      new RefreshSessionService(
          office.sessions,
          office.officers,
          office.tokens,
          office.secrets,
          office.audit,
          office.unitOfWork,
          office.clock,
          office.lifetimes);
  private final TokenPair first =
      new SessionStarter(
              office.sessions, office.tokens, office.secrets, office.ids, office.lifetimes)
          .start(office.anna, Origin.INTERNAL, office.clock.instant());

  @Test
  void returns_the_next_pair() {
    office.clock.advance(Duration.ofMinutes(20));
    TokenPair second = refresh(first);

    assertThat(second.refresh()).isNotEqualTo(first.refresh());
    assertThat(claims(second).officer()).isEqualTo(office.anna.id());
    Session session = office.sessions.find(claims(second).session()).orElseThrow();
    assertThat(session.origin()).isEqualTo(ROAD);
    assertThat(session.lastUsedAt()).isEqualTo(office.clock.instant());
    assertThat(refresh(second)).isNotNull();
  }

  @Test
  void issues_a_token_with_the_current_role_and_region() {
    change(Role.MANAGER, OfficerStatus.ACTIVE);

    assertThat(claims(refresh(first)).role()).isEqualTo(Role.MANAGER);
    assertThat(claims(refresh(first)).tokenVersion()).isEqualTo(1);
  }

  @Test
  void accepts_any_number_of_uses_within_the_grace() {
    TokenPair tab = refresh(first);
    TokenPair otherTab = refresh(first);
    TokenPair next = refresh(tab);
    office.clock.advance(office.lifetimes.grace());
    TokenPair late = refresh(first);

    office.clock.advance(Duration.ofHours(1));
    assertThat(refresh(otherTab)).isNotNull();
    assertThat(refresh(next)).isNotNull();
    assertThat(refresh(late)).isNotNull();
  }

  @Test
  void ends_the_session_if_a_token_is_used_after_the_grace() {
    TokenPair second = refresh(first);
    office.clock.advance(office.lifetimes.grace().plusMillis(1));

    refuses(first.refresh());

    refuses(second.refresh());
    assertThat(office.isOpen(claims(second).session())).isFalse();
  }

  @Test
  void rejects_a_token_that_was_not_used_for_its_lifetime_and_keeps_the_session() {
    TokenPair lost = refresh(first);
    TokenPair used = refresh(first);
    office.clock.advance(office.lifetimes.refresh().minusDays(1));
    TokenPair next = refresh(used);
    office.clock.advance(Duration.ofDays(1));

    refuses(lost.refresh());
    assertThat(refresh(next)).isNotNull();
  }

  @Test
  void rejects_a_used_token_of_a_session_that_was_signed_out() {
    TokenPair second = refresh(first);
    office.sessions.end(claims(second).session(), office.anna.id(), office.clock.instant());

    refuses(first.refresh());
    refuses(second.refresh());
  }

  @Test
  void rejects_an_unknown_refresh_token() {
    refuses(new RefreshSecret(""));
    refuses(new RefreshSecret(first.access().value()));
    refuses(new RefreshSecret(first.refresh().hash()));
    assertThat(refresh(first)).isNotNull();
  }

  @Test
  void rejects_a_token_of_an_expired_or_ended_session() {
    office.clock.advance(office.lifetimes.refresh());
    refuses(first.refresh());
  }

  @Test
  void ends_the_session_if_the_officer_is_inactive() {
    change(Role.OFFICER, OfficerStatus.INACTIVE);
    refuses(first.refresh());

    change(Role.OFFICER, OfficerStatus.ACTIVE);
    refuses(first.refresh());
  }

  @Test
  void rejects_a_token_of_a_deleted_officer() {
    office.officers.remove(office.anna, office.clock.instant());

    refuses(first.refresh());
  }

  private TokenPair refresh(TokenPair pair) {
    return refresh.refresh(new Command(pair.refresh(), ROAD));
  }

  private void refuses(RefreshSecret secret) {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> refresh.refresh(new Command(secret, ROAD)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("bad-refresh-token"))
        .satisfies(refusal ->
            assertThat(refusal.detail()).isEqualTo(Unauthenticated.badRefreshToken().detail()));
  }

  private TokenClaims claims(TokenPair pair) {
    return office.tokens.read(pair.access().value(), office.clock.instant()).orElseThrow();
  }

  private void change(Role role, OfficerStatus status) {
    UnaryOperator<OfficerDetails> changes =
        was ->
            new OfficerDetails(
                was.name(), was.email(), was.phone(), was.region(), was.leads(), role, status);
    Actor admin = office.admin.asActor();
    var anna = office.officers.find(office.anna.id()).orElseThrow();
    assertThat(office.officers.update(anna.revise(changes, admin, office.clock.instant())))
        .isNotNull();
  }
}
