package io.calllog.application.auth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.auth.port.in.SignIn.Command;
import io.calllog.application.auth.port.out.AccessTokens.TokenClaims;
import io.calllog.application.auth.port.out.InMemoryTokens;
import io.calllog.application.auth.port.out.SessionRepository.Found;
import io.calllog.application.auth.session.Session;
import io.calllog.application.auth.view.SignedIn;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Overloaded;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInServiceTest {

  private static final String PASSWORD = "correct horse bättery";
  private static final Origin FROM = new Origin("203.0.113.7", "A test");
  private static final Origin ELSEWHERE = new Origin("192.0.2.2", "A test");

  private final Office office = new Office();
  private final SignIn signIn =
      new SignInService(
          office.officers,
          office.hasher,
          office.sessions,
          office.tokens,
          office.secrets,
          office.throttle,
          office.audit,
          office.unitOfWork,
          office.ids,
          office.clock,
          office.lifetimes);

  @ParameterizedTest
  @EnumSource(names = "INACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void signs_in_with_email_and_password(OfficerStatus status) {
    Officer eve = eve(status);

    SignedIn signedIn = signIn.signIn(new Command("Eve@example.com", PASSWORD, FROM));

    assertThat(signedIn.officer()).isEqualTo(OfficerView.of(eve));
    TokenPair tokens = signedIn.tokens();
    assertThat(tokens.access().lifetime()).isEqualTo(InMemoryTokens.LIFETIME);
    Found found = office.sessions.findForUpdate(tokens.refresh().hash()).orElseThrow();
    assertThat(found.session())
        .isEqualTo(
            Session.begin(
                found.session().id(), eve.id(), FROM, Samples.NOW, office.lifetimes.refresh()));
    assertThat(office.tokens.read(tokens.access().value(), Samples.NOW))
        .contains(
            new TokenClaims(eve.id(), Role.OFFICER, office.uk, List.of(), 5, found.session().id()));
  }

  @Test
  void ignores_case_of_the_email_and_normalizes_the_password() {
    eve(OfficerStatus.ACTIVE);

    assertThat(signIn.signIn(new Command(" eVE@eXAMPLE.COM ", "correct horse ba\u0308ttery", FROM)))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "wrong", "Correct horse bättery", "correct horse bättery "})
  void refuses_a_wrong_password(String typed) {
    eve(OfficerStatus.ACTIVE);

    assertRefused("Eve@example.com", typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody@example.com",
        "",
        "no address",
        "\u0000",
        "\uD83D",
        "eve@example.com\n\n,"
      })
  void refuses_an_unknown_email_with_the_same_effort(String email) {
    eve(OfficerStatus.ACTIVE);

    assertRefused(email, PASSWORD);
    assertRefused(email, office.hasher.decoy().value());
  }

  @Test
  void refuses_an_inactive_account_with_the_same_effort() {
    eve(OfficerStatus.INACTIVE);

    assertRefused("Eve@example.com", PASSWORD);
  }

  @Test
  void refuses_a_deleted_officer() {
    office.officers.remove(eve(OfficerStatus.ACTIVE), Samples.NOW);

    assertRefused("Eve@example.com", PASSWORD);
  }

  @Test
  void hides_the_password_in_logs() {
    SignedIn signedIn = signInEve();

    assertThat(new Command("Eve@example.com", PASSWORD, FROM).toString()).doesNotContain(PASSWORD);
    assertThat(signedIn.toString())
        .doesNotContain(signedIn.tokens().access().value())
        .doesNotContain(signedIn.tokens().refresh().value())
        .doesNotContain("plain:");
  }

  @Test
  void throttles_an_account_after_five_failures() {
    eve(OfficerStatus.ACTIVE);
    for (String typed : new String[] {"Eve@example.com", "eve@EXAMPLE.com", " eve@example.com"}) {
      assertRefused(typed, "wrong");
    }
    assertRefused("eve@example.com", "wrong");
    assertRefused("eve@example.com", "wrong");

    assertThrottled(new Command("Eve@example.com", PASSWORD, FROM));
    assertThat(signIn.signIn(new Command("Eve@example.com", PASSWORD, ELSEWHERE))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody@example.com", "no address", ""})
  void throttles_unknown_accounts_in_the_same_way(String email) {
    for (int i = 0; i < 5; i++) {
      assertRefused(email, PASSWORD);
    }

    assertThrottled(new Command(email, PASSWORD, FROM));
  }

  @Test
  void counts_failures_only() {
    eve(OfficerStatus.ACTIVE);
    for (int i = 0; i < 60; i++) {
      assertThat(signIn.signIn(new Command("Eve@example.com", PASSWORD, FROM))).isNotNull();
    }
    for (int i = 0; i < 4; i++) {
      assertRefused("Eve@example.com", "wrong");
    }

    assertThat(signIn.signIn(new Command("Eve@example.com", PASSWORD, FROM))).isNotNull();
  }

  @Test
  void does_not_count_an_attempt_that_could_not_be_checked() {
    eve(OfficerStatus.ACTIVE);
    office.hasher.overload();
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(Overloaded.class)
          .isThrownBy(() -> signIn.signIn(new Command("Eve@example.com", PASSWORD, FROM)));
    }
    office.hasher.recover();

    assertThat(signIn.signIn(new Command("Eve@example.com", PASSWORD, FROM))).isNotNull();
  }

  @Test
  void throttles_a_network_after_ten_failures() {
    eve(OfficerStatus.ACTIVE);
    for (int i = 0; i < 10; i++) {
      assertRefused("somebody" + i + "@example.com", PASSWORD);
    }

    assertThrottled(new Command("Eve@example.com", PASSWORD, FROM));
    assertThat(signIn.signIn(new Command("Eve@example.com", PASSWORD, ELSEWHERE))).isNotNull();
  }

  private void assertThrottled(Command command) {
    int before = office.hasher.work();

    assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> signIn.signIn(command));
    assertThat(office.hasher.work()).isEqualTo(before);
  }

  private SignedIn signInEve() {
    eve(OfficerStatus.ACTIVE);
    return signIn.signIn(new Command("Eve@example.com", PASSWORD, FROM));
  }

  /** Asserts that all refusals are the same and compute exactly one hash. */
  private void assertRefused(String email, String password) {
    int before = office.hasher.work();

    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> signIn.signIn(new Command(email, password, FROM)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("bad-credentials"))
        .withMessage(Unauthenticated.badCredentials().detail());
    assertThat(office.hasher.work()).isEqualTo(before + 1);
  }

  private Officer eve(OfficerStatus status) {
    var details =
        new OfficerDetails(
            new Name("Eve"),
            new EmailAddress("Eve@example.com"),
            null,
            office.uk,
            List.of(),
            Role.OFFICER,
            status);
    var eve =
        new Officer(
            new OfficerId(office.ids.next(Samples.NOW)),
            details,
            office.hasher.hash(new Password(PASSWORD)),
            5,
            Samples.NOW,
            Samples.NOW,
            0);
    office.officers.add(eve);
    return eve;
  }
}
