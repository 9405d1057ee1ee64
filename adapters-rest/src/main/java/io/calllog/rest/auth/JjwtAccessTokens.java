package io.calllog.rest.auth;

import static java.util.Objects.requireNonNullElse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
  private static final int MAX_VERIFIED = 10_000;

  /** How far the clock of the node that issued a token may be ahead. */
  private static final Duration MAX_SKEW = Duration.ofMinutes(2);

  private final SigningKey signingKey;
  private final Map<String, SigningKey> keys;
  private final JwtParser parser;

  /** Verifying a signature costs more than all else that a request does with its token. */
  private final Cache<String, Verified> verified;

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
            .clock(() -> Date.from(Instant.EPOCH)) // Verified checks the times
            .build();
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(MAX_VERIFIED)
            .expireAfterWrite(lifetimes.access())
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
      Verified claims = verified.get(token, this::verify);
      return claims.isValidAt(now, lifetimes.access())
          ? Optional.of(
              new TokenClaims(
                  claims.officer,
                  claims.role,
                  region(claims.region),
                  claims.leads.stream().map(this::region).toList(),
                  claims.tokenVersion,
                  claims.session))
          : Optional.empty();
    } catch (JwtException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * Throws {@link JwtException} or {@link IllegalArgumentException} if it is not a token of ours.
   */
  private Verified verify(String token) {
    Jws<Claims> jws = parser.parseSignedClaims(token);
    Claims claims = jws.getPayload();
    String role = claims.get(ROLE, String.class);
    Integer tokenVersion = claims.get(TOKEN_VERSION, Integer.class);
    String session = claims.get(SESSION, String.class);
    // An expiration is optional in JWT.
    if (!TYPE.equals(jws.getHeader().getType())
        || claims.getSubject() == null
        || claims.getIssuedAt() == null
        || claims.getExpiration() == null
        || role == null
        || tokenVersion == null
        || session == null) {
      throw new UnsupportedJwtException("Not an access token");
    }
    List<?> leads = requireNonNullElse(claims.get(LEADS, List.class), List.of());
    return new Verified(
        new OfficerId(UUID.fromString(claims.getSubject())),
        Role.valueOf(role),
        regionKey(claims.get(REGION)),
        leads.stream().map(JjwtAccessTokens::regionKey).toList(),
        tokenVersion,
        new SessionId(UUID.fromString(session)),
        claims.getIssuedAt().toInstant(),
        claims.getExpiration().toInstant());
  }

  private static int regionKey(@Nullable Object claim) {
    if (claim instanceof Long key && key == key.intValue()) { // the type of integers in claims
      return key.intValue();
    }
    throw new UnsupportedJwtException("Not the key of a region");
  }

  private RegionPath region(int key) {
    return regions
        .pathOf(key)
        .orElseThrow(() -> new UnsupportedJwtException("Not the key of a region"));
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

  /** The claims of a token whose signature was verified. */
  private record Verified(
      OfficerId officer,
      Role role,
      int region,
      List<Integer> leads,
      int tokenVersion,
      SessionId session,
      Instant issued,
      Instant expires) {

    /**
     * Requires a time of issue within the lifetime of tokens, because revocations are not kept for
     * longer than that.
     */
    boolean isValidAt(Instant now, Duration lifetime) {
      return now.isBefore(expires)
          && !issued.isAfter(now.plus(MAX_SKEW))
          && now.isBefore(issued.plus(lifetime));
    }
  }
}
