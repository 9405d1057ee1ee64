package io.calllog.rest.auth;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Adds security headers to every response, in addition to the defaults of Spring Security. They are
 * set before the request is handled. Otherwise, Spring Security wraps the response to set them when
 * its first byte is sent.
 */
final class SecurityHeaders {

  private static final String POLICY = "Content-Security-Policy";

  /** For JSON and CSV, which load and run nothing. */
  private static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'";

  /** For Swagger UI, which loads its own scripts and styles and sends requests to this server. */
  private static final String OF_THE_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void on(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .cacheControl(cache -> cache.disable())
        .xssProtection(xss -> xss.disable()) // browsers no longer know X-XSS-Protection
        .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"))
        .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.VARY, "Authorization, Accept"))
        .addHeaderWriter(contentPolicy())
        .addHeaderWriter(uncompressed())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    headers.addObjectPostProcessor(
        new ObjectPostProcessor<HeaderWriterFilter>() {
          @Override
          public <F extends HeaderWriterFilter> F postProcess(F filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
          }
        });
  }

  /** The size of a compressed answer would say something about the tokens in it (BREACH). */
  private static HeaderWriter uncompressed() {
    return (request, response) -> {
      if (request.getServletPath().startsWith("/api/auth/") && request.getMethod().equals("POST")) {
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "identity");
      }
    };
  }

  private static HeaderWriter contentPolicy() {
    return (request, response) ->
        response.setHeader(
            POLICY, request.getRequestURI().contains("/swagger-ui") ? OF_THE_PAGE : OF_DATA);
  }
}
