package io.calllog.bootstrap.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Checks that all required settings are present, and reports all missing ones at once. Runs before
 * the first bean is created. Otherwise, Spring Boot would suggest an embedded database, and a
 * missing Redis would fail only when it is first used.
 */
final class MissingSettings implements BeanFactoryPostProcessor {

  private static final String REDIS = "spring.data.redis.";

  private final Environment environment;

  MissingSettings(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    List<String> missing = new ArrayList<>();
    if (!isAnySet("spring.datasource.url", "spring.datasource.jndi-name")
        && !hasConnectionDetails(beans, JdbcConnectionDetails.class)) {
      missing.add(
          "SPRING_DATASOURCE_URL       address of PostgreSQL: jdbc:postgresql://host:5432/db");
      missing.add("SPRING_DATASOURCE_USERNAME  owner of the database");
      missing.add("SPRING_DATASOURCE_PASSWORD  password of the owner");
    }
    if (!isRedisSet() && !hasConnectionDetails(beans, DataRedisConnectionDetails.class)) {
      missing.add("SPRING_DATA_REDIS_URL       address of Redis: redis://:password@host:6379");
    }
    if (!isAnySet("calllog.jwt.secret", "calllog.jwt.keys[0].id")) {
      missing.add(
          "CALLLOG_JWT_SECRET          key that signs access tokens: at least 32 random bytes");
    }
    if (!missing.isEmpty()) {
      throw new StartUpFailure(described(missing), action());
    }
  }

  private String described(List<String> missing) {
    return "Required settings are missing:%n%n    %s"
        .formatted(String.join("%n    ".formatted(), missing));
  }

  private String action() {
    String firstAdmin =
        isAnySet(FirstAdminSettings.PREFIX + ".email")
            ? ""
            : " A database without an administrator also needs CALLLOG_FIRST_ADMIN_EMAIL, and"
                + " CALLLOG_FIRST_ADMIN_PASSWORD or CALLLOG_FIRST_ADMIN_PASSWORD_FILE.";
    return "Set them as environment variables, or as Spring Boot properties (such as"
        + " spring.datasource.url)."
        + firstAdmin
        + " To try the application without them, run it from the sources: mvn spring-boot:run.";
  }

  private boolean isAnySet(String... names) {
    return Stream.of(names).map(environment::getProperty).anyMatch(StringUtils::hasText);
  }

  private boolean isRedisSet() {
    return isAnySet(REDIS + "url", REDIS + "host", REDIS + "port", REDIS + "sentinel.master")
        || Stream.of("cluster.nodes", "masterreplica.nodes").anyMatch(this::hasNodes);
  }

  private boolean hasNodes(String name) {
    return Binder.get(environment)
        .bind(REDIS + name, Bindable.listOf(String.class))
        .map(nodes -> !nodes.isEmpty())
        .orElse(false);
  }

  /** Whether there is a bean with connection details, other than Spring Boot's for properties. */
  private static boolean hasConnectionDetails(
      ConfigurableListableBeanFactory beans, Class<? extends ConnectionDetails> details) {
    return Stream.of(beans.getBeanNamesForType(details, true, false))
        .map(name -> beans.getType(name, false))
        .anyMatch(type -> type == null || !type.getSimpleName().startsWith("Properties"));
  }
}
