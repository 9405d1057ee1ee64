package io.calllog.rest.shared.problem;

/**
 * What is said when nothing but an HTTP status is known: of refusals by the framework, the security
 * filters and the web server.
 *
 * @param code a stable kebab-case name
 * @param detail what went wrong
 */
record StatusProblem(String code, String detail) {

  static StatusProblem of(int status, String method) {
    return switch (status) {
      case 400 ->
          new StatusProblem(
              "bad-request",
              "The request is not well-formed HTTP, or its address and headers are too long.");
      case 401 -> new StatusProblem("unauthenticated", "A valid access token is needed.");
      case 403 -> new StatusProblem("not-permitted", "You may not do this.");
      case 404 -> new StatusProblem("not-found", "There is nothing at this address.");
      case 405 ->
          new StatusProblem(
              "method-not-allowed", "This address does not support " + method + "; see Allow.");
      case 406 ->
          new StatusProblem("not-acceptable", "Nothing that is asked for can be answered here.");
      case 408 -> new StatusProblem("request-timeout", "The request did not arrive in time.");
      case 413 -> new StatusProblem("body-too-large", "The body is too large.");
      case 415 ->
          new StatusProblem(
              "unsupported-media-type",
              "PATCH".equals(method)
                  ? "The body must be application/merge-patch+json in UTF-8."
                  : "The body must be application/json in UTF-8.");
      case 417 -> new StatusProblem("expectation-failed", "What is expected cannot be met.");
      case 429 -> new StatusProblem("too-many-requests", "Too many requests; see Retry-After.");
      case 501 -> new StatusProblem("not-implemented", "This is not supported here.");
      case 503 -> new StatusProblem("unavailable", "The service cannot answer at the moment.");
      case 505 -> new StatusProblem("http-version-not-supported", "HTTP/1.1 is spoken here.");
      default ->
          status < 500
              ? new StatusProblem("bad-request", "The request cannot be answered.")
              : new StatusProblem("internal-error", "Something went wrong here.");
    };
  }
}
