package io.calllog.application.auth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.out.InMemoryTokens;
import io.calllog.application.auth.view.SessionView;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Name;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AuthQueriesServiceTest {

  private final Office office = new Office();
  private final AuthQueries queries =
      new AuthQueriesService(
          office.tokens,
          office.revocations,
          office.keys,
          office.officers,
          office.sessions,
          office.clock);
  private final SessionId session = office.signIn(office.anna);
  private final String token = issue(office.anna);

  @Test
  void accepts_a_valid_token() {
    assertThat(queries.authenticate(token, Origin.INTERNAL)).contains(acting(Role.OFFICER));
  }

  @Test
  void rejects_an_unknown_token() {
    assertThat(queries.authenticate("", Origin.INTERNAL)).isEmpty();
    assertThat(queries.authenticate(token + "x", Origin.INTERNAL)).isEmpty();
  }

  @Test
  void rejects_an_expired_token() {
    office.clock.advance(InMemoryTokens.LIFETIME.minus(Duration.ofMillis(1)));
    assertThat(queries.authenticate(token, Origin.INTERNAL)).isPresent();

    office.clock.advance(Duration.ofMillis(1));
    assertThat(queries.authenticate(token, Origin.INTERNAL)).isEmpty();
  }

  @Test
  void accepts_the_token_after_a_change_of_name_or_harmless_status() {
    change(office.anna, "Renamed", Role.OFFICER, OfficerStatus.ACTIVE);
    change(office.anna, "Anna", Role.OFFICER, OfficerStatus.ON_LEAVE);

    assertThat(queries.authenticate(token, Origin.INTERNAL)).isPresent();
  }

  @Test
  void rejects_a_token_with_an_older_version() {
    Officer promoted = change(office.anna, "Anna", Role.MANAGER, OfficerStatus.ACTIVE);

    assertThat(queries.authenticate(token, Origin.INTERNAL)).isEmpty();
    assertThat(queries.authenticate(issue(promoted), Origin.INTERNAL))
        .contains(acting(Role.MANAGER));
  }

  @Test
  void rejects_an_old_token_after_reactivation() {
    change(office.anna, "Anna", Role.OFFICER, OfficerStatus.INACTIVE);
    change(office.anna, "Anna", Role.OFFICER, OfficerStatus.ACTIVE);

    assertThat(queries.authenticate(token, Origin.INTERNAL)).isEmpty();
  }

  @Test
  void rejects_the_token_of_a_deleted_officer() {
    office.officers.remove(office.anna, Samples.NOW);

    assertThat(queries.authenticate(token, Origin.INTERNAL)).isEmpty();
  }

  @Test
  void returns_the_account_of_the_caller() {
    for (Officer officer :
        new Officer[] {office.admin, office.manager, office.anna, office.newcomer}) {
      assertThat(queries.profile(officer.asActor())).isEqualTo(OfficerView.of(officer));
    }
  }

  @Test
  void rejects_the_caller_if_the_account_was_deleted() {
    office.officers.remove(office.anna, Samples.NOW);

    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> queries.profile(office.anna.asActor()));
  }

  @Test
  void rejects_the_token_of_an_ended_session() {
    office.sessions.endAll(office.anna.id(), Samples.NOW);

    assertThat(queries.authenticate(token, Origin.INTERNAL)).isEmpty();
  }

  @Test
  void lists_the_sessions_of_the_caller_and_marks_the_current_one() {
    office.clock.advance(Duration.ofMinutes(1));
    SessionId another = office.signIn(office.anna);
    office.signIn(office.bob);

    assertThat(queries.sessions(acting(Role.OFFICER)))
        .extracting(SessionView::id, SessionView::current, SessionView::address)
        .containsExactly(tuple(another, false, "203.0.113.7"), tuple(session, true, "203.0.113.7"));
    assertThat(queries.sessions(Caller.internal(office.dora.asActor()))).isEmpty();
  }

  private String issue(Officer officer) {
    return office.tokens.issue(officer, session, Samples.NOW).value();
  }

  private Caller acting(Role role) {
    return new Caller(
        new Actor(office.anna.id(), role, office.london, List.of()), session, Origin.INTERNAL);
  }

  private Officer change(Officer officer, String name, Role role, OfficerStatus status) {
    UnaryOperator<OfficerDetails> changes =
        was ->
            new OfficerDetails(
                new Name(name), was.email(), was.phone(), was.region(), was.leads(), role, status);
    Officer current = office.officers.find(officer.id()).orElseThrow();
    return office.officers.update(current.revise(changes, office.admin.asActor(), Samples.NOW));
  }
}
