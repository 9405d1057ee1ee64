package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.Officer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fake that remembers the tokens it issued. Thread-safe. */
public final class InMemoryTokens implements AccessTokens {

  /** The lifetime of a token. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private record Issued(TokenClaims claims, Instant until) {}

  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  @Override
  public AccessToken issue(Officer officer, SessionId session, Instant now) {
    String value = "token " + (issued.size() + 1) + " of " + officer.id();
    var details = officer.details();
    var claims =
        new TokenClaims(
            officer.id(),
            details.role(),
            details.region(),
            details.leads(),
            officer.tokenVersion(),
            session);
    issued.put(value, new Issued(claims, now.plus(LIFETIME)));
    return new AccessToken(value, LIFETIME);
  }

  @Override
  public Optional<TokenClaims> read(String token, Instant now) {
    return Optional.ofNullable(issued.get(token))
        .filter(known -> now.isBefore(known.until()))
        .map(Issued::claims);
  }
}
