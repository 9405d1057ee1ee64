package io.calllog.rest.shared.binding;

import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters where none are known. Where a body is read as well, they are noted, so
 * that all errors of the request are answered together.
 */
@Component
class UnknownParameters implements HandlerInterceptor {

  private static final String NOTED = UnknownParameters.class.getName();
  private static final String OUR_PACKAGES = "io.calllog.rest.";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getQueryString() != null
        && handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().startsWith(OUR_PACKAGES)
        && !takes(method, QueryParameters.class)) {
      List<ProblemError> errors =
          new QuerySource(request.getQueryString())
              .names().stream()
                  .map(RecordBinder.Unknown::violation)
                  .map(ProblemError::inParameter)
                  .toList();
      if (!errors.isEmpty() && !takes(method, RequestBody.class)) {
        throw MalformedRequest.invalid(errors);
      }
      request.setAttribute(NOTED, errors);
    }
    return true;
  }

  private static boolean takes(
      HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch((MethodParameter parameter) -> parameter.hasParameterAnnotation(annotation));
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
}
