package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.binding.RecordBinder.Bound;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the query into the record of a controller's parameters. */
@Component
class QueryParametersResolver implements HandlerMethodArgumentResolver {

  private final RecordBinder binder;

  QueryParametersResolver(RecordBinder binder) {
    this.binder = binder;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(QueryParameters.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    try {
      Bound<?> bound =
          binder.bind(
              parameter.getParameterType().asSubclass(Record.class),
              new QuerySource(servlet.getQueryString()));
      if (bound.value() != null) {
        return bound.value();
      }
      throw invalid(bound.violations());
    } catch (InvalidInput e) {
      throw invalid(e.violations());
    }
  }

  private static MalformedRequest invalid(List<Violation> violations) {
    return MalformedRequest.invalid(violations.stream().map(ProblemError::inParameter).toList());
  }
}
