package io.calllog.rest.auth;

import io.calllog.domain.shared.NotPermitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Creates the CORS filter for the configured origins. Credentials are not allowed: the token is in
 * a header that the page sets itself.
 */
final class CrossOriginRequests {

  private static final Duration PREFLIGHT_LIFETIME = Duration.ofHours(1);

  private CrossOriginRequests() {}

  /** Answers preflight requests and refuses requests from other origins. */
  static CorsFilter filter(List<String> origins, HandlerExceptionResolver failures) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(origins);
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ACCEPT,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.CACHE_CONTROL,
            "traceparent",
            "tracestate",
            "baggage"));
    rules.setExposedHeaders(
        List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.LINK,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.WWW_AUTHENTICATE,
            HttpHeaders.AGE,
            "X-Cache",
            "Calls-Kept-Since",
            "RateLimit",
            "RateLimit-Policy"));
    rules.setMaxAge(PREFLIGHT_LIFETIME);
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", rules);
    var filter = new CorsFilter(source);
    filter.setCorsProcessor(new ProblemCorsProcessor(failures));
    return filter;
  }

  /** Answers with a problem instead of plain text. */
  private static final class ProblemCorsProcessor extends DefaultCorsProcessor {

    private final HandlerExceptionResolver failures;

    ProblemCorsProcessor(HandlerExceptionResolver failures) {
      this.failures = failures;
    }

    @Override
    public boolean processRequest(
        @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        return super.processRequest(rules, request, response);
      } catch (NotPermitted refusal) {
        failures.resolveException(request, response, null, refusal);
        return false;
      }
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
      throw new NotPermitted("origin-not-allowed", "Pages of this origin may not use the API.");
    }
  }
}
