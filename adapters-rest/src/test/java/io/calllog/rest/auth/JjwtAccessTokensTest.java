package io.calllog.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.AccessTokensContract;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.shared.RegionPath;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JjwtAccessTokensTest extends AccessTokensContract {

  private static final String SECRET = "a secret of at least 32 bytes, for tests";
  private static final JwtProperties.Key OLD = new JwtProperties.Key("old", SECRET, null);
  private static final JwtProperties.Key NEW = new JwtProperties.Key("new", SECRET.repeat(2), null);

  private final Samples samples = new Samples();
  private final InMemoryRegions regions = new InMemoryRegions();
  private final Officer anna = samples.officer("Anna", RegionPath.UNASSIGNED);
  private final SessionId session = new SessionId(samples.id(Samples.NOW));

  @Override
  protected AccessTokens tokens() {
    return tokens(new JwtProperties(SECRET, List.of()), Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 2048, RS256",
    "EC,   256, ES256",
    "EC,   384, ES384",
    "EC,   521, ES512",
  })
  void signs_with_a_key_pair(String kind, int size, String algorithm)
      throws GeneralSecurityException {
    AccessTokens tokens = withKeys(new JwtProperties.Key("pair", null, pem(pair(kind, size))));

    String token = issue(tokens);

    assertThat(header(token)).contains("\"alg\":\"" + algorithm + "\"", "\"kid\":\"pair\"");
    assertThat(isGood(tokens, token)).isTrue();
    assertThat(isGood(withKeys(new JwtProperties.Key("pair", null, pem(pair(kind, size)))), token))
        .as("another key of this id")
        .isFalse();
  }

  @Test
  void accepts_tokens_of_the_old_key_after_a_rotation() {
    String old = issue(withKeys(OLD));
    AccessTokens during = withKeys(NEW, OLD);
    AccessTokens after = withKeys(NEW);

    assertThat(isGood(during, old)).isTrue();
    assertThat(header(issue(during))).contains("\"kid\":\"new\"");
    assertThat(isGood(after, issue(during))).isTrue();
    assertThat(isGood(after, old)).isFalse();
    assertThat(isGood(withKeys(OLD, NEW), issue(after)))
        .as("a node that has the new key, and does not sign with it yet")
        .isTrue();
  }

  @Test
  void accepts_tokens_of_the_secret_after_a_change_to_keys() {
    String before = issue(tokens());

    assertThat(isGood(withKeys(NEW, new JwtProperties.Key("default", SECRET, null)), before))
        .isTrue();
  }

  @Test
  void does_not_use_a_public_key_as_a_secret() throws GeneralSecurityException {
    KeyPair pair = pair("RSA", 2048);
    AccessTokens tokens = withKeys(new JwtProperties.Key("pair", null, pem(pair)));
    var secret = new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256");

    String forged =
        Jwts.builder()
            .header()
            .type("at+jwt")
            .keyId("pair")
            .and()
            .claims(claims(issue(tokens), pair))
            .signWith(secret, Jwts.SIG.HS256)
            .compact();

    assertThat(isGood(tokens, forged)).isFalse();
  }

  @Test
  void rejects_tokens_issued_in_the_future_or_with_a_long_lifetime() {
    AccessTokens hours = tokens(new JwtProperties(SECRET, List.of()), Duration.ofHours(8));
    String ahead = hours.issue(anna, session, Samples.NOW.plusSeconds(121)).value();
    String slightlyAhead = hours.issue(anna, session, Samples.NOW.plusSeconds(120)).value();
    String longLived = hours.issue(anna, session, Samples.NOW.minusSeconds(901)).value();

    assertThat(isGood(hours, ahead)).isFalse();
    assertThat(isGood(hours, slightlyAhead)).isTrue();
    assertThat(isGood(hours, longLived)).isTrue();
    assertThat(isGood(tokens(), longLived)).isFalse();
  }

  @Test
  void rejects_tokens_of_another_type() {
    assertThat(isGood(tokens(), signed("at+jwt", "role", "ADMIN"))).isTrue();
    assertThat(isGood(tokens(), signed("JWT", "role", "ADMIN"))).isFalse();
  }

  @Test
  void carries_the_keys_of_regions_and_not_their_paths() {
    List<RegionPath> leads = List.of(samples.below("IE"), samples.below("UK"));
    leads.forEach(regions::make);
    Officer leader = samples.leader("Mary", samples.root(), leads);

    String token = tokens().issue(leader, session, Samples.NOW).value();

    assertThat(payload(token))
        .contains(
            "\"region\":" + regions.keyOf(samples.root()),
            "\"leads\":[%s,%s]".formatted(regions.keyOf(leads.get(0)), regions.keyOf(leads.get(1))))
        .doesNotContain(samples.token());
    assertThat(tokens().read(token, Samples.NOW))
        .hasValueSatisfying(claims -> {
          assertThat(claims.region()).isEqualTo(samples.root());
          assertThat(claims.leads()).isEqualTo(leads);
        });
    assertThat(payload(issue(tokens()))).doesNotContain("leads");
  }

  @Test
  void has_the_new_paths_after_a_region_was_moved() {
    Region uk = samples.region(samples.below("UK"));
    regions.make(samples.root());
    regions.add(uk);
    String token = tokens().issue(samples.officer("Ben", uk.path()), session, Samples.NOW).value();

    var renamed = new RegionDetails(samples.below("GB"));
    regions.move(new Region(uk.id(), renamed, Samples.NOW, Samples.NOW, 0), uk.path());

    assertThat(tokens().read(token, Samples.NOW))
        .hasValueSatisfying(claims -> assertThat(claims.region()).isEqualTo(renamed.path()));
  }

  @Test
  void checks_all_but_the_signature_again_when_a_token_is_used_again() {
    Region uk = samples.region(samples.below("UK"));
    regions.make(samples.root());
    regions.add(uk);
    AccessTokens tokens = tokens();
    String token = tokens.issue(samples.officer("Ben", uk.path()), session, Samples.NOW).value();
    assertThat(isGood(tokens, token)).isTrue();

    assertThat(tokens.read(token, Samples.NOW.plus(Duration.ofMinutes(15)))).isEmpty();
    assertThat(tokens.read(token, Samples.NOW.minusSeconds(121))).isEmpty();
    assertThat(isGood(tokens, token.substring(0, token.length() - 5) + "AAAAA")).isFalse();
    var renamed = new RegionDetails(samples.below("GB"));
    regions.move(new Region(uk.id(), renamed, Samples.NOW, Samples.NOW, 0), uk.path());
    assertThat(tokens.read(token, Samples.NOW))
        .hasValueSatisfying(claims -> assertThat(claims.region()).isEqualTo(renamed.path()));
  }

  @ParameterizedTest
  @CsvSource({"region, 4711", "region, -1", "region, 99999999999", "region, ''", "region, EMEA"})
  void rejects_an_unknown_key_of_a_region(String claim, String value) {
    Object key = value.matches("-?[0-9]+") ? Long.valueOf(value) : value;

    assertThat(isGood(tokens(), signed("at+jwt", "region", 0))).isTrue();
    assertThat(isGood(tokens(), signed("at+jwt", claim, key))).isFalse();
    assertThat(isGood(tokens(), signed("at+jwt", "leads", List.of(0)))).isTrue();
    assertThat(isGood(tokens(), signed("at+jwt", "leads", List.of(0, key)))).isFalse();
    assertThat(isGood(tokens(), signed("at+jwt", "leads", key))).isFalse();
  }

  /** A token that differs from those of the application in its type or in one claim. */
  private String signed(String type, String claim, Object value) {
    return Jwts.builder()
        .header()
        .type(type)
        .keyId("default")
        .and()
        .issuer("calllog")
        .audience()
        .add("calllog-api")
        .and()
        .subject(anna.id().toString())
        .issuedAt(Date.from(Samples.NOW))
        .expiration(Date.from(Samples.NOW.plusSeconds(60)))
        .claim("role", "MANAGER")
        .claim("region", 0)
        .claim("tokenVersion", 0)
        .claim("sid", session.toString())
        .claim(claim, value)
        .signWith(
            new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
            Jwts.SIG.HS256)
        .compact();
  }

  private AccessTokens withKeys(JwtProperties.Key... keys) {
    return tokens(new JwtProperties(null, List.of(keys)), Duration.ofMinutes(15));
  }

  private AccessTokens tokens(JwtProperties properties, Duration lifetime) {
    return new JjwtAccessTokens(
        properties,
        new TokenLifetimes(lifetime, Duration.ofDays(30), Duration.ofMinutes(10)),
        regions,
        new SequentialIds());
  }

  private String issue(AccessTokens tokens) {
    return tokens.issue(anna, session, Samples.NOW).value();
  }

  private static boolean isGood(AccessTokens tokens, String token) {
    return tokens.read(token, Samples.NOW).isPresent();
  }

  private static Claims claims(String token, KeyPair pair) {
    Instant now = Samples.NOW;
    return Jwts.parser()
        .verifyWith(pair.getPublic())
        .clock(() -> Date.from(now))
        .build()
        .parseSignedClaims(token)
        .getPayload();
  }

  private static String header(String token) {
    return part(token, 0);
  }

  private static String payload(String token) {
    return part(token, 1);
  }

  private static String part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
    return new String(json, StandardCharsets.UTF_8);
  }

  static KeyPair pair(String kind, int size) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  static String pem(KeyPair pair) {
    String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }
}
