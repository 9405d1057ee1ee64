package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Checks a request before its body is read. Refuses a body with another media type than the
 * expected one, with a {@code Content-Encoding}, or with a {@code Content-Length} above the limit,
 * and query parameters of operations that have neither parameters nor a body. Where there is a
 * body, {@link JsonBodyConverter} reports unknown query parameters together with its errors.
 */
@Component
class RequestHeadCheck implements HandlerInterceptor {

  private static final String OUR_PACKAGES = "io.calllog.rest.";

  private final RecordBinder binder;

  RequestHeadCheck(RecordBinder binder) {
    this.binder = binder;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().startsWith(OUR_PACKAGES)) {
      Optional<MethodParameter> body = parameter(method, RequestBody.class);
      if (body.isEmpty() && parameter(method, QueryParameters.class).isEmpty()) {
        List<ProblemError> errors = unknownParameters(request);
        if (!errors.isEmpty()) {
          throw MalformedRequest.invalid(errors);
        }
      }
      body.ifPresent(parameter -> requireReadable(request, parameter.getParameterType()));
    }
    return true;
  }

  /** An error for each query parameter of an operation that has none. */
  static List<ProblemError> unknownParameters(HttpServletRequest request) {
    try {
      return new QuerySource(request.getQueryString())
          .names().stream()
              .map(RecordBinder.Unknown::violation)
              .map(ProblemError::inParameter)
              .toList();
    } catch (InvalidInput broken) {
      return broken.violations().stream().map(ProblemError::inParameter).toList();
    }
  }

  private void requireReadable(HttpServletRequest request, Class<?> body) {
    requireMediaType(request, body);
    if (request.getContentLengthLong() > JsonBodyConverter.MAX_BYTES) {
      throw MalformedRequest.tooLarge(JsonBodyConverter.MAX_BYTES);
    }
  }

  private void requireMediaType(HttpServletRequest request, Class<?> body) {
    String actual = request.getHeader(HttpHeaders.CONTENT_TYPE);
    boolean nothingSent =
        request.getContentLengthLong() <= 0
            && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    if (actual == null && nothingSent) {
      return; // the error is that the body is missing
    }
    MediaType expected = binder.fields(body).mediaType();
    if (actual == null || !isOf(expected, actual)) {
      throw MalformedRequest.notOfType(expected);
    }
    if (isEncoded(request)) {
      throw MalformedRequest.encoded();
    }
  }

  private static boolean isEncoded(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"));
  }

  private static boolean isOf(MediaType expected, String header) {
    try {
      MediaType actual = MediaType.parseMediaType(header);
      return actual.equalsTypeAndSubtype(expected)
          && (actual.getCharset() == null || StandardCharsets.UTF_8.equals(actual.getCharset()));
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }

  private static Optional<MethodParameter> parameter(
      HandlerMethod method, Class<? extends Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(annotation))
        .findFirst();
  }
}
