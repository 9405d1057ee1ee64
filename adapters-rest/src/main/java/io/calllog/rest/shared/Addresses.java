package io.calllog.rest.shared;

import java.net.URI;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Globals;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Addresses of this application, as the sender of the current request sees them. They have no
 * scheme and no host, but the prefixes of the proxy ({@code X-Forwarded-Prefix}) and of the servlet
 * context.
 */
public final class Addresses {

  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~@%!$&'()*+=:-]+)+");

  private Addresses() {}

  /** Returns the address of a path in the application, such as {@code /api/calls}. */
  public static URI of(String path) {
    return URI.create(base() + path);
  }

  /** Returns what stands before each path in the application; empty if nothing does. */
  public static String base() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? forwardedPrefix() + current.getRequest().getContextPath()
        : "";
  }

  /** Returns what proxies of {@code calllog.proxies} removed in turn; empty if none did. */
  public static String forwardedPrefix() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)
        || current.getRequest().getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null) {
      return "";
    }
    String prefix =
        Collections.list(current.getRequest().getHeaders("X-Forwarded-Prefix")).stream()
            .flatMap(header -> Stream.of(header.split(",")))
            .map(part -> part.strip().replaceFirst("/+$", ""))
            .collect(Collectors.joining());
    return PREFIX.matcher(prefix).matches() ? prefix : "";
  }
}
