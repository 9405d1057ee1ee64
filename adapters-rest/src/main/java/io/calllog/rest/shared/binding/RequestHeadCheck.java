package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
 * expected ones, with a {@code Content-Encoding}, or with a {@code Content-Length} above the limit.
 * Refuses query parameters of operations without {@link QueryParameters}; if such an operation has
 * a body, {@link JsonBodyConverter} reports them together with the errors of the body.
 */
@Component
class RequestHeadCheck implements HandlerInterceptor {

  private static final String OUR_PACKAGES = "io.calllog.rest.";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().startsWith(OUR_PACKAGES)) {
      Optional<MethodParameter> body = parameter(method, RequestBody.class);
      if (takesCsv(method)) {
        requireReadable(request, List.of(CsvUpload.MEDIA_TYPE), CsvUpload.MAX_BYTES);
      } else if (body.isPresent()) {
        requireReadable(
            request,
            JsonBodyConverter.mediaTypes(body.get().getParameterType()),
            JsonBodyConverter.maxBytes(body.get()));
      } else if (parameter(method, QueryParameters.class).isEmpty()) {
        requireNoParameters(request);
      }
    }
    return true;
  }

  /** An error for each query parameter. */
  static List<ProblemError> unknownParameters(HttpServletRequest request) {
    try {
      return new QuerySource(request.getQueryString())
          .names().stream().map(RecordBinder::unknown).map(ProblemError::inParameter).toList();
    } catch (InvalidInput broken) {
      return broken.violations().stream().map(ProblemError::inParameter).toList();
    }
  }

  private static void requireNoParameters(HttpServletRequest request) {
    List<ProblemError> errors = unknownParameters(request);
    if (!errors.isEmpty()) {
      throw MalformedRequest.invalid(errors);
    }
  }

  private static boolean takesCsv(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == CsvUpload.class);
  }

  private static void requireReadable(
      HttpServletRequest request, List<MediaType> expected, int maxBytes) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    long length = request.getContentLengthLong();
    if (type == null && length <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
      return; // no body: JsonBodyConverter is not called, and ProblemResolver answers
    }
    if (type == null || expected.stream().noneMatch(each -> isOf(each, type))) {
      throw MalformedRequest.notOfType(expected);
    }
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw MalformedRequest.encoded();
    }
    if (length > maxBytes) {
      throw MalformedRequest.tooLarge(maxBytes);
    }
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
