package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.application.auth.view.Allowance;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.domain.officer.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Counts each request of an officer, or of an address where nobody is signed in, and refuses what
 * is too much. Every answer tells the limit and what is left of it, in the fields of
 * draft-ietf-httpapi-ratelimit-headers. Health is told to whoever asks, however often.
 */
final class RequestLimitFilter extends OncePerRequestFilter {

  private static final String HEALTH = "/actuator/health";

  private final LimitRequests limits;
  private final HandlerExceptionResolver failures;

  RequestLimitFilter(LimitRequests limits, HandlerExceptionResolver failures) {
    this.limits = limits;
    this.failures = failures;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().equals(HEALTH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Allowance allowance = limits.admit(actor(), request.getRemoteAddr());
    tell(allowance, response);
    if (!allowance.granted()) {
      var refusal = new TooManyRequests(allowance.untilMore());
      failures.resolveException(request, response, null, refusal);
    } else if (request.getAttribute(BearerTokenFilter.FAILURE) instanceof RuntimeException e) {
      failures.resolveException(request, response, null, e);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static @Nullable Actor actor() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller.actor()
        : null;
  }

  static void tell(Allowance allowance, HttpServletResponse response) {
    response.setHeader(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d"
            .formatted(allowance.policy(), allowance.quota(), seconds(allowance.window())));
    response.setHeader(
        "RateLimit",
        "\"%s\";r=%d;t=%d"
            .formatted(allowance.policy(), allowance.remaining(), seconds(allowance.untilMore())));
  }

  private static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }
}
