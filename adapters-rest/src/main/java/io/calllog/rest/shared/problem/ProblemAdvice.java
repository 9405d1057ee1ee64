package io.calllog.rest.shared.problem;

import io.calllog.application.shared.Overloaded;
import io.calllog.application.shared.ServiceFailure;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.shared.Unavailable;
import io.calllog.application.shared.VersionMismatch;
import io.calllog.domain.shared.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Maps each exception to an error response. No other class decides which status a failure has. The
 * security filters use it too, through the {@code handlerExceptionResolver}.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private static final String RETRY_AFTER_OUTAGE_SECONDS = "5";

  /** The queue of passwords to hash contains about two seconds of work. */
  private static final String RETRY_AFTER_OVERLOAD_SECONDS = "2";

  private final FailureProblems failures;
  private final TooManyRequestsLog tooManyRequests;

  ProblemAdvice(FailureProblems failures, TooManyRequestsLog tooManyRequests) {
    this.failures = failures;
    this.tooManyRequests = tooManyRequests;
  }

  @ExceptionHandler(Failure.class)
  ResponseEntity<Object> handle(Failure failure, HttpServletRequest request) {
    return response(failures.of(failure, request), new HttpHeaders());
  }

  @ExceptionHandler(ServiceFailure.class)
  ResponseEntity<Object> handle(ServiceFailure failure, HttpServletRequest request) {
    var headers = new HttpHeaders();
    int status =
        switch (failure) {
          case Unauthenticated _ -> {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge(failure, request));
            yield 401;
          }
          case VersionMismatch _ -> 412;
          case TooManyRequests refusal -> {
            tooManyRequests.log(request);
            long millis = Math.max(1, refusal.retryAfter().toMillis());
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.ceilDiv(millis, 1000)));
            yield 429;
          }
          case Overloaded _ -> {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_OVERLOAD_SECONDS);
            yield 503;
          }
          case Unavailable _ -> {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_OUTAGE_SECONDS);
            LOG.warn(
                "A dependency is not available: {} ({})",
                onOneLine(failure.getCause()),
                onOneLine(NestedExceptionUtils.getMostSpecificCause(failure)));
            yield 503;
          }
        };
    return response(Problems.of(status, failure.code(), failure.detail()), headers, request);
  }

  @ExceptionHandler(RequestRejectedException.class)
  ResponseEntity<Object> handle(RequestRejectedException rejected, HttpServletRequest request) {
    return response(Problems.ofStatus(400), new HttpHeaders(), request);
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> handle(Exception defect, HttpServletRequest request) {
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), defect);
    return response(Problems.ofStatus(500), new HttpHeaders(), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var missing = new ProblemError("", null, "required", "a body is required");
    return handleException(MalformedRequest.invalid(List.of(missing)), headers, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String name = ex instanceof MethodArgumentTypeMismatchException m ? m.getName() : "parameter";
    var error = new ProblemError(null, name, "malformed", "must be a UUID");
    return handleException(MalformedRequest.invalid(List.of(error)), headers, request);
  }

  private ResponseEntity<Object> handleException(
      MalformedRequest malformed, HttpHeaders headers, WebRequest request) {
    return response(malformed.getBody(), headers, ((ServletWebRequest) request).getRequest());
  }

  /** All other exceptions of Spring MVC end here: their status decides about the response. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception ex,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      LOG.error("{} failed", request.getDescription(false), ex);
    }
    ProblemDetail problem =
        ex instanceof MalformedRequest malformed
            ? malformed.getBody()
            : Problems.ofStatus(status.value());
    return response(problem, headers, ((ServletWebRequest) request).getRequest());
  }

  private static ResponseEntity<Object> response(
      ProblemDetail problem, HttpHeaders headers, HttpServletRequest request) {
    return response(FailureProblems.complete(problem, request), headers);
  }

  private static ResponseEntity<Object> response(ProblemDetail problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** The message of a database failure contains the SQL, which may have several lines. */
  private static String onOneLine(@Nullable Throwable failure) {
    return String.valueOf(failure).replaceAll("\\s+", " ");
  }

  /** Tells clients with an unusable token to get a new one (RFC 6750, section 3.1). */
  private static String challenge(ServiceFailure failure, HttpServletRequest request) {
    boolean invalidToken =
        failure.code().equals("unauthenticated")
            && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    return invalidToken ? "Bearer error=\"invalid_token\"" : "Bearer";
  }
}
