package io.calllog.rest.shared.binding;

import static java.util.stream.Collectors.toSet;

import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * "<version>.<hash>"}; only the version counts, so that a tag also matches after a proxy made it
 * weak. Other tags match no version. A header without any tag is malformed, for example because the
 * quotes are missing.
 */
@Component
class IfMatchResolver implements HandlerMethodArgumentResolver {

  /** The version, and what this application or a proxy that compresses appends to it. */
  private static final Pattern TAG = Pattern.compile("(0|[1-9][0-9]{0,17})([.;-].*)?");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ExpectedVersion.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    String[] headers = request.getHeaderValues(HttpHeaders.IF_MATCH);
    if (headers == null) {
      return ExpectedVersion.ANY;
    }
    List<ETag> tags = ETag.parse(String.join(",", headers));
    if (tags.isEmpty()) {
      var malformed =
          new Violation(
              HttpHeaders.IF_MATCH,
              "malformed",
              "must be * or entity tags in quotes, such as \"3\"");
      throw MalformedRequest.invalid(List.of(ProblemError.inParameter(malformed)));
    }
    return tags.stream().anyMatch(ETag::isWildcard)
        ? ExpectedVersion.ANY
        : new ExpectedVersion(
            tags.stream()
                .map(tag -> TAG.matcher(tag.tag()))
                .filter(Matcher::matches)
                .map(matcher -> Long.valueOf(matcher.group(1)))
                .collect(toSet()));
  }
}
