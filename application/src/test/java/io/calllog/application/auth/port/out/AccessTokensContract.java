package io.calllog.application.auth.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.out.AccessTokens.TokenClaims;
import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract of {@link AccessTokens}. */
public abstract class AccessTokensContract {

  private final Samples samples = new Samples();
  private final Officer officer = ofTokenVersion(samples.officer("Anna", RegionPath.UNASSIGNED), 7);

  private final SessionId session = new SessionId(samples.id(Samples.NOW));

  /** Returns the port under test. */
  protected abstract AccessTokens tokens();

  @Test
  void reads_the_claims_of_an_issued_token() {
    AccessToken token = tokens().issue(officer, session, Samples.NOW);

    assertThat(tokens().read(token.value(), Samples.NOW))
        .contains(
            new TokenClaims(
                officer.id(), Role.OFFICER, RegionPath.UNASSIGNED, List.of(), 7, session));
  }

  @Test
  void accepts_a_token_until_it_expires() {
    AccessToken token = tokens().issue(officer, session, Samples.NOW);
    Instant end = Samples.NOW.plus(token.lifetime());

    assertThat(token.lifetime()).isPositive();
    assertThat(tokens().read(token.value(), end.minusSeconds(2))).isPresent();
    assertThat(tokens().read(token.value(), end.plusSeconds(2))).isEmpty();
  }

  @Test
  void issues_a_different_token_each_time() {
    assertThat(tokens().issue(officer, session, Samples.NOW).value())
        .isNotEqualTo(tokens().issue(officer, session, Samples.NOW).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "\u0000", "\uD83D"})
  void rejects_any_other_text(String text) {
    String token = tokens().issue(officer, session, Samples.NOW).value();

    assertThat(tokens().read(text, Samples.NOW)).isEmpty();
    assertThat(tokens().read(token + text + "x", Samples.NOW)).isEmpty();
    assertThat(tokens().read(token.substring(1) + text, Samples.NOW)).isEmpty();
  }

  private static Officer ofTokenVersion(Officer o, int tokenVersion) {
    return new Officer(
        o.id(),
        o.details(),
        o.passwordHash(),
        tokenVersion,
        o.createdAt(),
        o.updatedAt(),
        o.version());
  }
}
