package io.calllog.rest.shared.binding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves the {@link QueryParameters} of a controller from the query string. */
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
    return binder.bind(
        parameter.getParameterType().asSubclass(Record.class),
        new QuerySource(servlet.getQueryString()));
  }
}
