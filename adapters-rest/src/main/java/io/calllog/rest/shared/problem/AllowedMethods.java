package io.calllog.rest.shared.problem;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a refused method is told in {@code Allow}. Spring names what is mapped, though it answers
 * HEAD wherever it answers GET, and OPTIONS everywhere; Tomcat names what the servlet can do,
 * whatever the address. Thread-safe.
 */
@Component
class AllowedMethods {

  private final RequestMappingHandlerMapping mappings;

  AllowedMethods(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  /** All methods that are answered where these are mapped. */
  static String of(Collection<HttpMethod> mapped) {
    Set<HttpMethod> allowed = new LinkedHashSet<>(mapped);
    if (mapped.contains(HttpMethod.GET)) {
      allowed.add(HttpMethod.HEAD);
    }
    allowed.add(HttpMethod.OPTIONS);
    return allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
  }

  /** All methods that are answered at an address; empty if there is nothing. */
  Optional<String> at(String path) {
    PathContainer address = PathContainer.parsePath(path);
    Set<HttpMethod> mapped =
        mappings.getHandlerMethods().keySet().stream()
            .filter(mapping -> matches(mapping, address))
            .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream())
            .map(RequestMethod::asHttpMethod)
            .collect(Collectors.toSet());
    return mapped.isEmpty() ? Optional.empty() : Optional.of(of(mapped));
  }

  private static boolean matches(RequestMappingInfo mapping, PathContainer address) {
    var paths = Objects.requireNonNull(mapping.getPathPatternsCondition()); // the only kind by now
    return paths.getPatterns().stream().anyMatch(pattern -> pattern.matches(address));
  }
}
