package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.rest.shared.RequestLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Counts each request against the limit of the officer or the key, or of the address without one,
 * and refuses requests above the limit. Adds the limit and the rest of it to every response, in the
 * fields of draft-ietf-httpapi-ratelimit-headers.
 */
final class RequestLimitFilter extends HttpFilter {

  private final LimitRequests limits;
  private final HandlerExceptionResolver failures;

  RequestLimitFilter(LimitRequests limits, HandlerExceptionResolver failures) {
    this.limits = limits;
    this.failures = failures;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = caller();
    RateLimitDecision decision = limits.admit(caller, request.getRemoteAddr(), 1);
    tell(decision, response);
    if (!decision.granted()) {
      var refusal = new TooManyRequests(decision.untilMore());
      failures.resolveException(request, response, null, refusal);
    } else {
      request.setAttribute(
          RequestLimit.ATTRIBUTE,
          (RequestLimit) more -> countMore(more, caller, decision, request, response));
      chain.doFilter(request, response);
    }
  }

  /** Counts no more than the whole quota, or the request would never be granted. */
  private void countMore(
      int requests,
      @Nullable Caller caller,
      RateLimitDecision first,
      HttpServletRequest request,
      HttpServletResponse response) {
    int more = Math.min(requests, first.quota() - 1);
    if (more > 0) {
      RateLimitDecision decision = limits.admit(caller, request.getRemoteAddr(), more);
      tell(decision, response);
      if (!decision.granted()) {
        Duration one = decision.window().dividedBy(decision.quota());
        throw new TooManyRequests(decision.untilMore().plus(one)); // the request counts again
      }
    }
  }

  private static @Nullable Caller caller() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }

  static void tell(RateLimitDecision decision, HttpServletResponse response) {
    // Not formatted, because this is done for every request.
    String policy = '"' + decision.policy() + '"';
    response.setHeader(
        "RateLimit-Policy", policy + ";q=" + decision.quota() + ";w=" + seconds(decision.window()));
    response.setHeader(
        "RateLimit", policy + ";r=" + decision.remaining() + ";t=" + seconds(decision.untilMore()));
  }

  private static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }
}
