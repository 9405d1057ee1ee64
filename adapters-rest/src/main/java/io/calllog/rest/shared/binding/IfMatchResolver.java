package io.calllog.rest.shared.binding;

import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code If-Match} (RFC 9110, section 13.1.1). A tag is {@code "<version>"} or {@code
 * "<version>.<hash>"}; only the version counts. What is none of our tags matches nothing. What is
 * no tag at all is malformed: whoever forgot the quotes should hear of it, and not read again and
 * again what has not changed.
 */
@Component
class IfMatchResolver implements HandlerMethodArgumentResolver {

  /** One tag or none, and the comma or the end behind it. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "\\G[ \\t]*+(?:(?<weak>W/)?\"(?<tag>[^\\x00-\\x20\"\\x7f]*+)\")?+[ \\t]*+(?:,|\\z)");

  private static final Pattern OURS = Pattern.compile("(0|[1-9][0-9]{0,17})(\\..*)?");

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
    String header = String.join(",", headers).strip();
    return header.equals("*") ? ExpectedVersion.ANY : new ExpectedVersion(versions(header));
  }

  private static Set<Long> versions(String header) {
    Set<Long> versions = new HashSet<>();
    int end = 0;
    Matcher element = ELEMENT.matcher(header);
    while (element.find()) {
      end = element.end();
      if (element.group("tag") != null && element.group("weak") == null) {
        Matcher ours = OURS.matcher(element.group("tag"));
        if (ours.matches()) {
          versions.add(Long.valueOf(ours.group(1)));
        }
      }
    }
    if (end < header.length()) {
      throw malformed();
    }
    return versions;
  }

  private static MalformedRequest malformed() {
    return MalformedRequest.invalid(
        List.of(
            ProblemError.inParameter(
                new Violation(
                    HttpHeaders.IF_MATCH,
                    "malformed",
                    "must be * or entity tags in quotes, such as \"3\""))));
  }
}
