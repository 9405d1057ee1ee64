package io.calllog.rest.auth;

import static java.util.Objects.requireNonNullElse;

import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.region.port.out.RegionKeys;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Access tokens as signed JSON Web Tokens (RFC 9068). The {@code kid} of a token alone selects the
 * key, and the key determines the algorithm.
 */
@Component
@EnableConfigurationProperties(JwtProperties.class)
class JjwtAccessTokens implements AccessTokens {

  private static final String ISSUER = "calllog";
  private static final String AUDIENCE = "calllog-api";

  /** The type of access tokens. Other kinds of tokens are refused. */
  private static final String TYPE = "at+jwt";

  private static final String ROLE = "role";
  private static final String REGION = "region";
  private static final String LEADS = "leads";
  private static final String TOKEN_VERSION = "tokenVersion";
  private static final String SESSION = "sid";

  private static final int MAX_LENGTH = 4_096;

  /** How far the clock of the node that issued a token may be ahead. */
  private static final Duration MAX_SKEW = Duration.ofSeconds(30);

  private final SigningKey signingKey;
  private final Map<String, SigningKey> keys;
  private final JwtParser parser;
  private final TokenLifetimes lifetimes;
  private final RegionKeys regions;
  private final IdSource ids;

  JjwtAccessTokens(
      JwtProperties properties, TokenLifetimes lifetimes, RegionKeys regions, IdSource ids) {
    List<SigningKey> all = properties.signingKeys();
    this.signingKey = all.getFirst();
    this.keys = all.stream().collect(Collectors.toMap(SigningKey::id, Function.identity()));
    this.parser =
        Jwts.parser()
            .keyLocator(this::verifyingKey)
            .requireIssuer(ISSUER)
            .requireAudience(AUDIENCE)
            .clock(() -> Date.from(Instant.EPOCH)) // isValidAt checks the times
            .build();
    this.lifetimes = lifetimes;
    this.regions = regions;
    this.ids = ids;
  }

  @Override
  public AccessToken issue(Officer officer, SessionId session, Instant now) {
    var details = officer.details();
    var token =
        Jwts.builder()
            .header()
            .type(TYPE)
            .and()
            .id(ids.next(now).toString())
            .issuer(ISSUER)
            .audience()
            .add(AUDIENCE)
            .and()
            .subject(officer.id().toString())
            .issuedAt(Date.from(now))
            .expiration(Date.from(now.plus(lifetimes.access())))
            .claim(ROLE, details.role().name())
            .claim(REGION, regions.keyOf(details.region()))
            .claim(TOKEN_VERSION, officer.tokenVersion())
            .claim(SESSION, session.toString());
    if (!details.leads().isEmpty()) {
      token.claim(LEADS, details.leads().stream().map(regions::keyOf).toList());
    }
    return new AccessToken(signingKey.sign(token).compact(), lifetimes.access());
  }

  @Override
  public Optional<TokenClaims> read(String token, Instant now) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      Jws<Claims> jws = parser.parseSignedClaims(token);
      return TYPE.equals(jws.getHeader().getType())
          ? tokenClaims(jws.getPayload(), now)
          : Optional.empty();
    } catch (JwtException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<TokenClaims> tokenClaims(Claims claims, Instant now) {
    String subject = claims.getSubject();
    String role = claims.get(ROLE, String.class);
    Integer tokenVersion = claims.get(TOKEN_VERSION, Integer.class);
    String session = claims.get(SESSION, String.class);
    if (subject == null || role == null || tokenVersion == null || session == null) {
      return Optional.empty();
    }
    return isValidAt(claims, now)
        ? Optional.of(
            new TokenClaims(
                new OfficerId(UUID.fromString(subject)),
                Role.valueOf(role),
                region(claims.get(REGION)),
                leads(claims),
                tokenVersion,
                new SessionId(UUID.fromString(session))))
        : Optional.empty();
  }

  private List<RegionPath> leads(Claims claims) {
    List<?> keys = requireNonNullElse(claims.get(LEADS, List.class), List.of());
    return keys.stream().map(this::region).toList();
  }

  /** Throws {@link JwtException} unless the value is the key of a region. */
  private RegionPath region(@Nullable Object claim) {
    return Optional.ofNullable(claim)
        .filter(Long.class::isInstance) // the type of integers in claims
        .map(Long.class::cast)
        .filter(key -> key == key.intValue())
        .flatMap(key -> regions.pathOf(key.intValue()))
        .orElseThrow(() -> new UnsupportedJwtException("Not the key of a region"));
  }

  /**
   * Requires an expiration, which is optional in JWT, and a time of issue within the lifetime of
   * tokens, because revocations are not kept for longer than that.
   */
  private boolean isValidAt(Claims claims, Instant now) {
    if (claims.getExpiration() == null || claims.getIssuedAt() == null) {
      return false;
    }
    Instant issued = claims.getIssuedAt().toInstant();
    return now.isBefore(claims.getExpiration().toInstant())
        && !issued.isAfter(now.plus(MAX_SKEW))
        && now.isBefore(issued.plus(lifetimes.access()));
  }

  /** The key that a token names, if the token also names the algorithm of that key. */
  private Key verifyingKey(Header header) {
    if (header instanceof JwsHeader jws) {
      SigningKey key = keys.get(jws.getKeyId());
      if (key != null && key.isFor(jws.getAlgorithm())) {
        return key.verifying();
      }
    }
    throw new UnsupportedJwtException("No key of ours");
  }
}
