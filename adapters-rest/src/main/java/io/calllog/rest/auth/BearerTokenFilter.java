package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.shared.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is asking, from the bearer token (RFC 6750). Refuses nobody: who is not recognised
 * goes on as a stranger, and meets the access rules as such. Whether somebody could not be found
 * out, it leaves to {@link RequestLimitFilter} to answer: that counts too.
 */
final class BearerTokenFilter extends OncePerRequestFilter {

  /** The request's attribute that holds why it could not be found out who is asking. */
  static final String FAILURE = BearerTokenFilter.class.getName() + ".failure";

  private static final String SCHEME = "Bearer ";

  private final AuthQueries auth;

  BearerTokenFilter(AuthQueries auth) {
    this.auth = auth;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      token(request)
          .flatMap(token -> auth.authenticate(token, Origins.of(request)))
          .ifPresent(BearerTokenFilter::signIn);
    } catch (RuntimeException e) {
      request.setAttribute(FAILURE, e); // the database is away, for example
    }
    chain.doFilter(request, response);
  }

  /** Of two headers, a proxy in front may have looked at the other one: that is no token at all. */
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
            caller, null, List.of(new SimpleGrantedAuthority("ROLE_" + caller.actor().role()))));
    SecurityContextHolder.setContext(context);
  }
}
