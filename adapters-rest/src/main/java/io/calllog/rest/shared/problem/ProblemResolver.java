package io.calllog.rest.shared.problem;

import io.calllog.application.shared.ClientMerged;
import io.calllog.application.shared.NotKept;
import io.calllog.application.shared.Overloaded;
import io.calllog.application.shared.ServiceFailure;
import io.calllog.application.shared.StartOver;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.application.shared.TooSlow;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.shared.Unavailable;
import io.calllog.application.shared.VersionMismatch;
import io.calllog.domain.shared.Failure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Maps each exception to an error response. No other class decides which status a failure has. The
 * security filters use it too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

  private static final String RETRY_AFTER_OUTAGE_SECONDS = "5";

  /** The queue of passwords to hash contains about two seconds of work. */
  private static final String RETRY_AFTER_OVERLOAD_SECONDS = "2";

  /** The same request would probably take as long again. */
  private static final String RETRY_AFTER_TOO_SLOW_SECONDS = "30";

  private final FailureProblems failures;
  private final TooManyRequestsLog tooManyRequests;
  private final JsonMapper mapper;

  ProblemResolver(FailureProblems failures, TooManyRequestsLog tooManyRequests, JsonMapper mapper) {
    this.failures = failures;
    this.tooManyRequests = tooManyRequests;
    this.mapper = mapper;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception ex) {
    if (response.isCommitted()) {
      return null; // Tomcat closes the connection, so that the body is not taken for complete
    }
    if (!(ex instanceof AsyncRequestNotUsableException)) {
      try {
        var headers = new HttpHeaders();
        write(problem(ex, request, headers), headers, request, response);
      } catch (IOException e) {
        LOG.debug("The client closed the connection before it could be answered", e);
      }
    }
    return new ModelAndView();
  }

  private ProblemDetail problem(Exception ex, HttpServletRequest request, HttpHeaders headers) {
    return switch (ex) {
      case Failure failure -> failures.of(failure, request);
      case ServiceFailure failure -> of(failure, request, headers);
      case MalformedRequest malformed -> {
        headers.putAll(malformed.getHeaders());
        yield malformed.getBody();
      }
      case RequestRejectedException _ -> Problems.ofStatus(400);
      case HttpMessageNotReadableException _ ->
          MalformedRequest.invalid(
                  List.of(new ProblemError("", null, "required", "a body is required")))
              .getBody();
      case MethodArgumentTypeMismatchException mismatch ->
          MalformedRequest.invalid(
                  List.of(
                      new ProblemError(null, mismatch.getName(), "malformed", "must be a UUID")))
              .getBody();
      // The other exceptions of Spring MVC that are not defects of the server.
      case ErrorResponse known when known.getStatusCode().is4xxClientError() -> {
        headers.putAll(known.getHeaders());
        yield Problems.ofStatus(known.getStatusCode().value());
      }
      default -> {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), ex);
        yield Problems.ofStatus(ex instanceof ErrorResponse e ? e.getStatusCode().value() : 500);
      }
    };
  }

  private ProblemDetail of(
      ServiceFailure failure, HttpServletRequest request, HttpHeaders headers) {
    int status =
        switch (failure) {
          case Unauthenticated _ -> {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge(failure, request));
            yield 401;
          }
          case ClientMerged _, NotKept _, StartOver _ -> 410;
          case VersionMismatch _ -> 412;
          case TooManyRequests refusal -> {
            tooManyRequests.log(request);
            long millis = Math.max(1, refusal.retryAfter().toMillis());
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.ceilDiv(millis, 1000)));
            yield 429;
          }
          case TooSlow _ -> {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_TOO_SLOW_SECONDS);
            LOG.warn(
                "{} {} took too long: {}",
                request.getMethod(),
                request.getRequestURI(),
                onOneLine(NestedExceptionUtils.getMostSpecificCause(failure)));
            yield 503;
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
    ProblemDetail problem = Problems.of(status, failure.code(), failure.detail());
    if (failure instanceof ClientMerged merged) {
      problem.setProperty("mergedInto", merged.mergedInto());
    }
    return problem;
  }

  private void write(
      ProblemDetail problem,
      HttpHeaders headers,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    byte[] body = mapper.writeValueAsBytes(FailureProblems.complete(problem, request));
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
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
