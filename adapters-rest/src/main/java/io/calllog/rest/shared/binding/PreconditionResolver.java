package io.calllog.rest.shared.binding;

import io.calllog.application.shared.Precondition;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code If-Match} (RFC 9110, section 13.1.1). A tag is {@code "<version>"} or {@code
 * "<version>.<hash>"}; only the version counts. What is none of our tags matches nothing.
 */
@Component
class PreconditionResolver implements HandlerMethodArgumentResolver {

  private static final Pattern TAG = Pattern.compile("([0-9]{1,18})(\\.[0-9a-f]+)?");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Precondition.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    String[] headers = request.getHeaderValues(HttpHeaders.IF_MATCH);
    if (headers == null) {
      return Precondition.NONE;
    }
    String header = String.join(",", headers).strip();
    if (header.equals("*")) {
      return Precondition.NONE;
    }
    Set<Long> versions =
        ETag.parse(header).stream()
            .filter(tag -> !tag.weak())
            .map(tag -> TAG.matcher(tag.tag()))
            .filter(java.util.regex.Matcher::matches)
            .map(matcher -> Long.valueOf(matcher.group(1)))
            .collect(Collectors.toSet());
    return new Precondition(versions);
  }
}
