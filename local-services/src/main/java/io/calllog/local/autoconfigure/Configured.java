package io.calllog.local.autoconfigure;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Which services the user has named. Only what says where a service is counts: a time limit, say,
 * is no reason to look for a server of the user's.
 */
final class Configured {

  private static final String REDIS = "spring.data.redis.";

  private Configured() {}

  static boolean postgres(Environment environment) {
    return hasText(environment, "spring.datasource.url");
  }

  static boolean redis(Environment environment) {
    return Stream.of("url", "host", "port", "sentinel.master")
            .anyMatch(name -> hasText(environment, REDIS + name))
        || Stream.of("cluster.nodes", "masterreplica.nodes")
            .anyMatch(name -> hasElements(environment, REDIS + name));
  }

  private static boolean hasText(Environment environment, String name) {
    return StringUtils.hasText(environment.getProperty(name));
  }

  private static boolean hasElements(Environment environment, String name) {
    return !Binder.get(environment)
        .bind(name, Bindable.listOf(String.class))
        .orElse(List.of())
        .isEmpty();
  }
}
