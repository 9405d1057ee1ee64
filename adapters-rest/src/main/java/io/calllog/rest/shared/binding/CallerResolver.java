package io.calllog.rest.shared.binding;

import io.calllog.application.shared.Caller;
import io.calllog.domain.officer.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves controller parameters of type {@link Caller} and {@link Actor} from the security
 * context. The security filters refuse anonymous requests before a controller is called.
 */
@Component
class CallerResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class
        || parameter.getParameterType() == Actor.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    var authentication =
        Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    Caller caller = (Caller) Objects.requireNonNull(authentication.getPrincipal());
    return parameter.getParameterType() == Actor.class ? caller.actor() : caller;
  }
}
