package io.calllog.rest.shared.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.MDC;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.util.UriUtils;

/**
 * Creates the bodies of error responses (RFC 9457): Spring's {@link ProblemDetail} with the
 * additional properties {@code code}, {@code traceId} and, for status 400, {@code errors}.
 */
final class Problems {

  private static final int MAX_ERRORS = 100;

  private Problems() {}

  /** A problem. Its type and its title are derived from its code, which is in kebab case. */
  static ProblemDetail of(int status, String code, String detail) {
    String words = code.replace('-', ' ');
    var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
    problem.setType(URI.create("/problems/" + code));
    problem.setTitle(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    problem.setProperty("code", code);
    if (status == 400) {
      problem.setProperty("errors", List.of());
    }
    return problem;
  }

  /** The problem of a request with errors. It contains at most {@value #MAX_ERRORS} of them. */
  static ProblemDetail invalid(String code, String detail, List<ProblemError> errors) {
    var problem = of(400, code, detail);
    problem.setProperty("errors", errors.stream().limit(MAX_ERRORS).toList());
    return problem;
  }

  /** A problem with only a status, which Spring or Tomcat reported. */
  static ProblemDetail ofStatus(int status) {
    return switch (status) {
      case 400 ->
          of(
              status,
              "bad-request",
              "The request is not well-formed HTTP, or its address and headers are too long.");
      case 401 -> of(status, "unauthenticated", "A valid access token is required.");
      case 403 -> of(status, "not-permitted", "You may not do this.");
      case 404 -> of(status, "not-found", "There is nothing at this address.");
      case 405 ->
          of(status, "method-not-allowed", "The address does not support this method. See Allow.");
      case 406 -> of(status, "not-acceptable", "No media type in Accept is available here.");
      case 408 -> of(status, "request-timeout", "The request did not arrive in time.");
      case 413 -> of(status, "body-too-large", "The body is too large.");
      case 415 -> of(status, "unsupported-media-type", "The body has an unsupported media type.");
      case 417 -> of(status, "expectation-failed", "The Expect header is not supported.");
      case 429 ->
          of(
              status,
              "too-many-requests",
              "Too many requests. Try again after the time in Retry-After.");
      case 501 -> of(status, "not-implemented", "The server does not support this.");
      case 503 -> of(status, "unavailable", "The service is not available at the moment.");
      case 505 -> of(status, "http-version-not-supported", "Use HTTP/1.1.");
      default ->
          status < 500
              ? of(status, "bad-request", "The request cannot be answered.")
              : of(
                  status,
                  "internal-error",
                  "An error occurred in the server. Search its log for the trace ID.");
    };
  }

  /** Adds the path of the request, or {@code /} if it is not known, and the trace ID. */
  static ProblemDetail complete(ProblemDetail problem, String path) {
    problem.setInstance(uri(path.isEmpty() ? "/" : path));
    problem.setProperty("traceId", traceId());
    return problem;
  }

  /** The path as it was sent. Characters that a URI cannot contain are encoded. */
  private static URI uri(String path) {
    try {
      return new URI(path);
    } catch (URISyntaxException _) {
      return URI.create(UriUtils.encodePath(path, StandardCharsets.UTF_8));
    }
  }

  /** Requests that Tomcat rejects do not reach the filter, so they get a new ID. */
  private static String traceId() {
    return Objects.requireNonNullElseGet(
        MDC.get(TraceIdFilter.TRACE_ID), TraceIdFilter::newTraceId);
  }
}
