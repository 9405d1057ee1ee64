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
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Looks at a request before anything reads its body: refuses a body of another type than the one
 * that is read (Spring would take a form apart first), in an encoding, or of more bytes than are
 * read, and query parameters where none are known. Where a body is read as well, the parameters are
 * noted, so that all errors of the request are answered together.
 */
@Component
class RequestHeadCheck implements HandlerInterceptor {

  private static final String NOTED = RequestHeadCheck.class.getName();
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
      if (parameter(method, QueryParameters.class).isEmpty()) {
        List<ProblemError> errors = unknownParameters(request.getQueryString());
        if (!errors.isEmpty() && body.isEmpty()) {
          throw MalformedRequest.invalid(errors);
        }
        request.setAttribute(NOTED, errors);
      }
      body.ifPresent(parameter -> requireReadable(request, parameter.getParameterType()));
    }
    return true;
  }

  /** The errors noted of the current request, for the reader of its body. */
  @SuppressWarnings("unchecked") // nobody else sets this attribute
  static List<ProblemError> noted() {
    return RequestContextHolder.currentRequestAttributes()
                .getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST)
            instanceof List<?> errors
        ? (List<ProblemError>) errors
        : List.of();
  }

  private static List<ProblemError> unknownParameters(@Nullable String query) {
    try {
      return new QuerySource(query)
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
      return; // what is missing is the body
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
