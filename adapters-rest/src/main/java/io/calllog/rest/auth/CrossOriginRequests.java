package io.calllog.rest.auth;

import io.calllog.rest.shared.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which requests of other sites' pages are let in (Fetch Standard, CORS): those of configured
 * origins. Tokens stand in a header that a page has to set, so nothing is ever sent by itself and
 * credentials are not allowed for.
 */
final class CrossOriginRequests {

  private static final Duration PREFLIGHT_LIFETIME = Duration.ofHours(1);

  private CrossOriginRequests() {}

  /** Answers preflights, and refuses what comes from other origins by a problem. */
  static CorsFilter filter(List<String> origins) {
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
            HttpHeaders.CACHE_CONTROL));
    rules.setExposedHeaders(
        List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.LINK,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.WWW_AUTHENTICATE,
            HttpHeaders.AGE,
            "X-Cache",
            "RateLimit",
            "RateLimit-Policy"));
    rules.setMaxAge(PREFLIGHT_LIFETIME);
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", rules);
    var filter = new CorsFilter(source);
    filter.setCorsProcessor(new ByProblem());
    return filter;
  }

  private static final class ByProblem extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
      HttpServletResponse servlet = ((ServletServerHttpResponse) response).getServletResponse();
      Problem.of(403, "origin-not-allowed", "Pages of this origin may not do this.", "", List.of())
          .writeTo(servlet);
    }
  }
}
