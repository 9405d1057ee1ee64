package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.node.ObjectNode;

/** Valid and invalid access tokens. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class AccessTokenApiTest {

  private final Api api;
  private final Accounts accounts;
  private final String secret;
  private String token = "";

  AccessTokenApiTest(Api api, Accounts accounts, Environment environment) {
    this.api = api.anonymous();
    this.accounts = accounts;
    this.secret = environment.getRequiredProperty("calllog.jwt.secret");
  }

  @BeforeAll
  void sign_in() {
    token = accounts.officer(Accounts.newRegion()).token();
  }

  @Test
  void names_the_officer_and_its_expiry() {
    Account manager = accounts.manager(Accounts.newRegion());
    ObjectNode claims = Tokens.claims(manager.token());

    assertThat(claims.at("/sub").asString()).isEqualTo(manager.id());
    assertThat(claims.at("/role").asString()).isEqualTo("MANAGER");
    assertThat(claims.at("/region").isInt()).isTrue();
    assertThat(claims.has("leads")).isFalse();
    assertThat(claims.propertyNames()).contains("iss", "aud", "iat", "exp", "jti", "sid");
    assertThat(claims.at("/exp").longValue() - claims.at("/iat").longValue()).isEqualTo(900);
    assertThat(Tokens.header(manager.token()).at("/alg").asString()).isEqualTo("HS256");
    assertThat(Tokens.header(manager.token()).at("/kid").asString()).isEqualTo("default");
  }

  @Test
  void has_the_keys_of_the_regions_that_a_manager_leads() {
    Account leader =
        accounts.leader(Accounts.newRegion(), Accounts.newRegion(), Accounts.newRegion());

    assertThat(Tokens.claims(leader.token()).at("/leads"))
        .hasSize(2)
        .allSatisfy(key -> assertThat(key.isInt()).isTrue());
  }

  @Test
  void differs_each_time() {
    Account officer = accounts.officer(Accounts.newRegion());
    Account again = accounts.signIn(officer.email(), officer.password());

    assertThat(Tokens.claims(again.token()).at("/jti"))
        .isNotEqualTo(Tokens.claims(officer.token()).at("/jti"));
  }

  @Test
  void is_valid_if_signed_again_with_the_same_secret() {
    profile(Tokens.claiming(token, _ -> {}, secret)).expect(200);
  }

  static Stream<Arguments> wrongClaims() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        wrong("expired", c -> c.put("exp", now - 120).put("iat", now - 1020)),
        wrong("without an end", c -> c.remove("exp")),
        wrong("not good yet", c -> c.put("nbf", now + 600)),
        wrong("of another issuer", c -> c.put("iss", "somebody else")),
        wrong("of no issuer", c -> c.remove("iss")),
        wrong("for another audience", c -> c.put("aud", "somebody else")),
        wrong("for no audience", c -> c.remove("aud")),
        wrong("made in the future", c -> c.put("iat", now + 600)),
        wrong("without a beginning", c -> c.remove("iat")),
        wrong("made longer ago than tokens last", c -> c.put("iat", now - 901)),
        wrong("of nobody", c -> c.remove("sub")),
        wrong("of no officer", c -> c.put("sub", "ada")),
        wrong("of no role", c -> c.remove("role")),
        wrong("of an unknown role", c -> c.put("role", "ROOT")),
        wrong("of no region", c -> c.remove("region")),
        wrong("of a region that nobody made", c -> c.put("region", 1_000_000)),
        wrong("of the path of a region, as they were before", c -> c.put("region", "unassigned")),
        wrong("leading a region that nobody made", c -> c.putArray("leads").add(1_000_000)),
        wrong("leading what is no list", c -> c.put("leads", 0)),
        wrong("of no token version", c -> c.remove("tokenVersion")),
        wrong("of no session", c -> c.remove("sid")),
        wrong("of a session that is none", c -> c.put("sid", "mine")));
  }

  private static Arguments wrong(String name, Consumer<ObjectNode> change) {
    return Arguments.argumentSet(name, change);
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  void is_refused_with_wrong_claims(Consumer<ObjectNode> change) {
    refuses(Tokens.claiming(token, change, secret));
  }

  @ParameterizedTest
  @CsvSource({
    "role, ADMIN",
    "region, 0",
    "tokenVersion, 7",
    "sub, 0197f000-0000-7000-8000-000000000000"
  })
  void is_refused_when_tampered_with(String claim, String value) {
    String[] parts = token.split("\\.", -1);
    ObjectNode claims = Tokens.claims(token);
    claims.put(claim, value);

    refuses(parts[0] + "." + Tokens.encoded(claims) + "." + parts[2]);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"kid, null", "kid, old", "kid, ../../dev/null", "kid, ''", "typ, JWT", "typ, null"},
      nullValues = "null")
  void is_refused_with_another_key_id_or_type(String name, @Nullable String value) {
    ObjectNode header = Tokens.header(token);
    if (value == null) {
      header.remove(name);
    } else {
      header.put(name, value);
    }

    refuses(Tokens.signed(header, Tokens.claims(token), secret, "HmacSHA256"));
  }

  @Test
  void is_refused_with_an_embedded_key() {
    ObjectNode header = Tokens.header(token);
    header.putObject("jwk").put("kty", "oct").put("k", "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0");
    header.put("jku", "http://127.0.0.1:1/keys").put("x5u", "http://127.0.0.1:1/key");

    refuses(
        Tokens.signed(
            header, Tokens.claims(token), "secretsecretsecretsecretsecretsecret", "HmacSHA256"));
  }

  @Test
  void is_not_interchangeable_with_a_refresh_token() {
    Account officer = accounts.officer(Accounts.newRegion());

    refuses(officer.refreshToken());
    api.post("/api/auth/refresh", Api.json("refreshToken", officer.token()))
        .expectProblem(401, "bad-refresh-token");
  }

  @Test
  void is_refused_when_signed_by_another_secret() {
    refuses(Tokens.claiming(token, _ -> {}, secret + "x"));
    refuses(Tokens.claiming(token, _ -> {}, "secret".repeat(8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS256", ""})
  void is_refused_without_a_signature(String algorithm) {
    String unsigned = Tokens.unsigned(token, algorithm);
    refuses(unsigned);
    refuses(unsigned.substring(0, unsigned.length() - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS384:HmacSHA384", "HS512:HmacSHA512", "HS512:HmacSHA256"})
  void is_refused_when_signed_by_another_algorithm(String algorithms) {
    String[] both = algorithms.split(":", -1);
    ObjectNode header = Tokens.header(token);
    header.put("alg", both[0]);

    refuses(Tokens.signed(header, Tokens.claims(token), secret, both[1]));
  }

  @Test
  void is_refused_with_another_payload_under_its_signature() {
    String other = accounts.officer(Accounts.newRegion()).token();
    String[] mine = token.split("\\.", -1);

    refuses(mine[0] + "." + other.split("\\.", -1)[1] + "." + mine[2]);
  }

  @Test
  void is_refused_when_truncated() {
    refuses(token.substring(0, token.length() - 1));
    refuses(token.substring(0, token.length() / 2));
    refuses(token.substring(0, token.lastIndexOf('.')));
    refuses(token.substring(0, token.lastIndexOf('.') + 1));
    refuses(token.substring(1));
    refuses(token + "." + token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "..", "...", "a.b.c", "null", "undefined", "\"", "e30.e30.e30", "é"})
  void is_refused_if_malformed(String garbage) {
    refuses(garbage);
  }

  @Test
  void is_refused_if_too_long() {
    // Tomcat itself responds, without the rate limit headers of the document.
    Answer answer =
        api.observedBy(_ -> {})
            .with("Authorization", "Bearer " + "x".repeat(100 * 1024))
            .get("/api/auth/profile");

    // Longer than the limit of headers, which the server may report before it reads the token.
    assertThat(answer.status()).isIn(400, 401, 413, 431);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    refuses("x".repeat(10_000));
    refuses(token + "x".repeat(10_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Token", "bearer:", "Bearer,", "Digest"})
  void is_refused_with_another_scheme(String scheme) {
    Answer answer = api.with("Authorization", scheme + " " + token).get("/api/auth/profile");

    answer.expectProblem(401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void the_name_of_the_scheme_ignores_case() {
    api.with("Authorization", "bearer " + token).get("/api/auth/profile").expect(200);
    api.with("Authorization", "BEARER " + token).get("/api/auth/profile").expect(200);
  }

  @Test
  void is_ignored_in_the_query() {
    api.get("/api/auth/profile?access_token=" + token).expect(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth/profile",
        "/api/officers",
        "/api/clients",
        "/api/calls",
        "/api/nothing",
        "/x"
      })
  void is_required_for(String path) {
    Answer answer = api.get(path).expectProblem(401, "unauthenticated");

    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private void refuses(String forged) {
    Answer answer = profile(forged).expectProblem(401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.text("/detail")).isEqualTo("A valid access token is required.");
  }

  private Answer profile(String forged) {
    return api.with("Authorization", "Bearer " + forged).get("/api/auth/profile");
  }
}
