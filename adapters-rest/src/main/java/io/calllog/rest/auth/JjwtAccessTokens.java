package io.calllog.rest.auth;

import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.MacAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Access tokens as JSON Web Tokens, signed with HMAC-SHA-256 and nothing else. Role and region
 * stand in the token for those who show it; what the officer may do is decided by what is stored.
 */
@Component
@EnableConfigurationProperties(JwtProperties.class)
class JjwtAccessTokens implements AccessTokens {

  private static final MacAlgorithm ALGORITHM = Jwts.SIG.HS256;
  private static final String ISSUER = "calllog";
  private static final String AUDIENCE = "calllog-api";
  private static final String EPOCH = "epoch";

  /** Far longer than any token of ours. */
  private static final int LONGEST = 4_096;

  private final SecretKey key;
  private final JwtProperties properties;
  private final IdSource ids;

  JjwtAccessTokens(JwtProperties properties, IdSource ids) {
    this.properties = properties;
    this.ids = ids;
    this.key =
        Keys.hmacShaKeyFor(
            Objects.requireNonNull(properties.secret()).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public AccessToken issue(Officer officer, Instant now) {
    var details = officer.details();
    String token =
        Jwts.builder()
            .id(ids.next(now).toString())
            .issuer(ISSUER)
            .audience()
            .add(AUDIENCE)
            .and()
            .subject(officer.id().toString())
            .issuedAt(Date.from(now))
            .expiration(Date.from(now.plus(properties.accessTokenLifetime())))
            .claim("role", details.role().name())
            .claim("region", details.region().path())
            .claim(EPOCH, officer.epoch())
            .signWith(key, ALGORITHM)
            .compact();
    return new AccessToken(token, properties.accessTokenLifetime());
  }

  @Override
  public Optional<Grant> read(String token, Instant now) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Jws<Claims> jws =
          Jwts.parser()
              .verifyWith(key)
              .sig()
              .clear()
              .add(ALGORITHM)
              .and()
              .requireIssuer(ISSUER)
              .requireAudience(AUDIENCE)
              .clock(() -> Date.from(now))
              .build()
              .parseSignedClaims(token);
      return grant(jws.getPayload());
    } catch (JwtException | IllegalArgumentException _) {
      return Optional.empty(); // not one of ours, or not now
    }
  }

  /** Insists on an end: the parser would take a token without one as good for ever. */
  private static Optional<Grant> grant(Claims claims) {
    String subject = claims.getSubject();
    Integer epoch = claims.get(EPOCH, Integer.class);
    return subject == null || epoch == null || claims.getExpiration() == null
        ? Optional.empty()
        : Optional.of(new Grant(new OfficerId(UUID.fromString(subject)), epoch));
  }
}
