package io.calllog.rest.shared.problem;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Overloaded;
import io.calllog.application.shared.ServiceFailure;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.shared.Unavailable;
import io.calllog.application.shared.VersionMismatch;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotFound;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure into its problem: the one place that decides which status a failure has. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  /** How long to wait before asking again when something is away. */
  private static final String RETRY_AFTER_SECONDS = "5";

  /** How long it takes to do what is in line when nothing more is taken. */
  private static final String RETRY_AFTER_OVERLOAD_SECONDS = "2";

  private final RefusalNotes refusals;

  ProblemAdvice(RefusalNotes refusals) {
    this.refusals = refusals;
  }

  @ExceptionHandler(Failure.class)
  ResponseEntity<Object> handle(Failure failure, HttpServletRequest request) {
    List<ProblemError> errors = List.of();
    int status =
        switch (failure) {
          case InvalidInput invalid -> {
            Function<Violation, ProblemError> place =
                isRead(request) ? ProblemError::inParameter : ProblemError::inBody;
            errors = invalid.violations().stream().map(place).toList();
            yield 400;
          }
          case NotPermitted _ -> {
            handlerOf(request).ifPresent(handler -> refusals.add(caller(), handler, id(request)));
            yield 403;
          }
          case NotFound _ -> 404;
          case Conflict _ -> 409;
        };
    String detail =
        failure instanceof InvalidInput
            ? "The request has errors; see each of them."
            : failure.detail();
    return answer(status, failure.code(), detail, request, new HttpHeaders(), errors);
  }

  @ExceptionHandler(ServiceFailure.class)
  ResponseEntity<Object> handle(ServiceFailure failure, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    int status =
        switch (failure) {
          case Unauthenticated _ -> {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            yield 401;
          }
          case VersionMismatch _ -> 412;
          case TooManyRequests refusal -> {
            headers.set(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(refusal.retryAfter()));
            yield 429;
          }
          case Overloaded _ -> {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_OVERLOAD_SECONDS);
            yield 503;
          }
          case Unavailable _ -> {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            LOG.warn(
                "A dependency is away: {} ({})",
                String.valueOf(failure.getCause()),
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
            yield 503;
          }
        };
    return answer(status, failure.code(), failure.detail(), request, headers, List.of());
  }

  @ExceptionHandler(MalformedRequest.class)
  ResponseEntity<Object> handle(
      MalformedRequest malformed, HandlerMethod handler, HttpServletRequest request) {
    return outranked(handler, request)
        .orElseGet(() ->
            answer(
                malformed.status(),
                malformed.code(),
                String.valueOf(malformed.getMessage()),
                request,
                malformed.headers(),
                malformed.errors()));
  }

  @ExceptionHandler(RequestRejectedException.class)
  ResponseEntity<Object> handle(RequestRejectedException refused, HttpServletRequest request) {
    return answer(400, request, new HttpHeaders());
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> handle(Exception bug, HttpServletRequest request) {
    if (bug instanceof IllegalArgumentException && isOfNoHandler(request)) {
      return answer(404, request, new HttpHeaders());
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), bug);
    return answer(
        500,
        "internal-error",
        "Something went wrong here. The trace id finds it in the logs.",
        request,
        new HttpHeaders(),
        List.of());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpHeaders allow = new HttpHeaders();
    allow.set(HttpHeaders.ALLOW, AllowedMethods.of(headers.getAllow()));
    return answer(status.value(), servlet(request), allow);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletRequest servlet = servlet(request);
    return handlerOf(servlet)
        .flatMap(handler -> outranked(handler, servlet))
        .orElseGet(() -> answer(status.value(), servlet, headers));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletRequest servlet = servlet(request);
    var missing = new ProblemError("", null, "required", "a body is required");
    return handlerOf(servlet)
        .flatMap(handler -> outranked(handler, servlet))
        .orElseGet(() ->
            answer(
                400,
                "invalid-input",
                "The request has no body that can be read.",
                servlet,
                headers,
                List.of(missing)));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String name = ex instanceof MethodArgumentTypeMismatchException m ? m.getName() : "parameter";
    var error = new ProblemError(null, name, "malformed", "must be a UUID");
    return answer(
        400,
        "invalid-input",
        "The request has errors; see each of them.",
        servlet(request),
        headers,
        List.of(error));
  }

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
    return answer(status.value(), servlet(request), headers);
  }

  /**
   * Whether there is nothing at the address. Spring, on its way to say so, stumbles over a content
   * type with a wildcard.
   */
  private static boolean isOfNoHandler(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) == null;
  }

  /** What is read comes without a body: all that it says, it says in its query. */
  private static boolean isRead(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
  }

  /** What the controller refuses before it would even read the request, if it refuses anything. */
  private Optional<ResponseEntity<Object>> outranked(
      HandlerMethod handler, HttpServletRequest request) {
    if (handler.getBean() instanceof Guarded guarded) {
      try {
        Caller caller = caller();
        guarded.requirePermitted(
            caller == null ? null : caller.actor(),
            HttpMethod.valueOf(request.getMethod()),
            id(request));
      } catch (IllegalArgumentException _) {
        return Optional.empty(); // the id is none, so that there is nothing to outrank anything
      } catch (Failure failure) {
        return Optional.of(handle(failure, request));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Caller caller() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null || authentication instanceof AnonymousAuthenticationToken
        ? null
        : (Caller) authentication.getPrincipal();
  }

  private static @Nullable UUID id(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map && map.get("id") instanceof String id
        ? UUID.fromString(id)
        : null;
  }

  private static Optional<HandlerMethod> handlerOf(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod handler
        ? Optional.of(handler.createWithResolvedBean())
        : Optional.empty();
  }

  private static HttpServletRequest servlet(WebRequest request) {
    return ((ServletWebRequest) request).getRequest();
  }

  private static ResponseEntity<Object> answer(
      int status, HttpServletRequest request, HttpHeaders headers) {
    var kind = StatusProblem.of(status, request.getMethod());
    return answer(status, kind.code(), kind.detail(), request, headers, List.of());
  }

  private static ResponseEntity<Object> answer(
      int status,
      String code,
      String detail,
      HttpServletRequest request,
      HttpHeaders headers,
      List<ProblemError> errors) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(status, code, detail, request.getRequestURI(), errors));
  }
}
