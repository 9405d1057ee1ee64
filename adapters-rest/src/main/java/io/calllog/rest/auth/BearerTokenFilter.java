package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.shared.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Authenticates the request by its bearer token (RFC 6750), which is an access token or a key.
 * Without a valid one the request goes on anonymously, and the access rules decide about it.
 */
final class BearerTokenFilter extends HttpFilter {

  /** What an officer may do depends on the role, and the domain decides it. */
  static final GrantedAuthority OFFICER = new SimpleGrantedAuthority("officer");

  private static final String SCHEME = "Bearer ";

  private final AuthQueries auth;
  private final HandlerExceptionResolver failures;

  BearerTokenFilter(AuthQueries auth, HandlerExceptionResolver failures) {
    this.auth = auth;
    this.failures = failures;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      token(request)
          .flatMap(token -> auth.authenticate(token, Origins.of(request)))
          .ifPresent(BearerTokenFilter::signIn);
    } catch (RuntimeException e) {
      failures.resolveException(request, response, null, e); // such as an outage of the database
      return;
    }
    chain.doFilter(request, response);
  }

  /** With two headers, a proxy may have checked the other one, so neither is used. */
  private static Optional<String> token(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    return headers.size() == 1
            && headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(headers.getFirst().substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static void signIn(Caller caller) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            caller,
            null,
            caller.key() == null
                ? List.of(OFFICER)
                : KeyScopes.authorities(caller.key().scopes())));
    SecurityContextHolder.setContext(context);
  }
}
