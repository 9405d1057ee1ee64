package io.calllog.rest.auth;

import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Region;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JweHeader;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.LocatorAdapter;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Access tokens as signed JSON Web Tokens. Which key, and with it which algorithm, a token is
 * checked by is told by the {@code kid} it names and by nothing else in it.
 */
@Component
@EnableConfigurationProperties(JwtProperties.class)
class JjwtAccessTokens implements AccessTokens {

  private static final String ISSUER = "calllog";
  private static final String AUDIENCE = "calllog-api";

  /** Of access tokens (RFC 9068), so that no other kind of token can pass for one. */
  private static final String TYPE = "at+jwt";

  private static final String ROLE = "role";
  private static final String REGION = "region";
  private static final String TOKEN_VERSION = "tokenVersion";
  private static final String SESSION = "sid";

  /** Far longer than any token of ours. */
  private static final int LONGEST = 4_096;

  /** By so much the clock of the node that issued a token may be ahead. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final SigningKey first;
  private final KeysById keys;
  private final TokenLifetimes lifetimes;
  private final IdSource ids;

  JjwtAccessTokens(JwtProperties properties, TokenLifetimes lifetimes, IdSource ids) {
    List<SigningKey> all = properties.signingKeys();
    this.first = all.getFirst();
    this.keys = new KeysById(all);
    this.lifetimes = lifetimes;
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
            .claim(REGION, details.region().path())
            .claim(TOKEN_VERSION, officer.tokenVersion())
            .claim(SESSION, session.toString());
    return new AccessToken(first.sign(token).compact(), lifetimes.access());
  }

  @Override
  public Optional<TokenClaims> read(String token, Instant now) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var jws =
          Jwts.parser()
              .keyLocator(keys)
              .requireIssuer(ISSUER)
              .requireAudience(AUDIENCE)
              .clock(() -> Date.from(now))
              .build()
              .parseSignedClaims(token);
      return TYPE.equals(jws.getHeader().getType())
          ? tokenClaims(jws.getPayload(), now)
          : Optional.empty();
    } catch (JwtException | IllegalArgumentException | InvalidInput _) {
      return Optional.empty(); // not one of ours, or not now
    }
  }

  private Optional<TokenClaims> tokenClaims(Claims claims, Instant now) {
    String subject = claims.getSubject();
    String role = claims.get(ROLE, String.class);
    String region = claims.get(REGION, String.class);
    Integer tokenVersion = claims.get(TOKEN_VERSION, Integer.class);
    String session = claims.get(SESSION, String.class);
    if (subject == null
        || role == null
        || region == null
        || tokenVersion == null
        || session == null) {
      return Optional.empty();
    }
    return isOfThisTime(claims, now)
        ? Optional.of(
            new TokenClaims(
                new OfficerId(UUID.fromString(subject)),
                Role.valueOf(role),
                new Region(region),
                tokenVersion,
                new SessionId(UUID.fromString(session))))
        : Optional.empty();
  }

  /**
   * Insists on an end, as the parser does not, and on a beginning within the lifetime: what was
   * revoked is known for no longer than that.
   */
  private boolean isOfThisTime(Claims claims, Instant now) {
    if (claims.getExpiration() == null || claims.getIssuedAt() == null) {
      return false;
    }
    Instant issued = claims.getIssuedAt().toInstant();
    return !issued.isAfter(now.plus(SKEW)) && now.isBefore(issued.plus(lifetimes.access()));
  }

  /** Finds the key that a token names; refuses one that names another algorithm than the key's. */
  private static final class KeysById extends LocatorAdapter<Key> {

    private final Map<String, SigningKey> keys;

    KeysById(List<SigningKey> keys) {
      this.keys = keys.stream().collect(Collectors.toMap(SigningKey::id, Function.identity()));
    }

    @Override
    protected Key locate(JwsHeader header) {
      SigningKey key = header.getKeyId() == null ? null : keys.get(header.getKeyId());
      if (key == null || !key.isFor(header.getAlgorithm())) {
        throw new UnsupportedJwtException("Unknown key");
      }
      return key.verifying();
    }

    @Override
    protected Key locate(JweHeader header) {
      throw new UnsupportedJwtException("Encrypted");
    }
  }
}
