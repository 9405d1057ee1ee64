package io.calllog.local.autoconfigure;

import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The settings that decide which servers the application connects to. */
final class ConnectionSettings {

  private ConnectionSettings() {}

  /** The local services of {@code calllog.local.directory}, which is {@code .local} by default. */
  static LocalServices localServices(Environment environment) {
    return LocalServices.in(
        Path.of(environment.getProperty("calllog.local.directory", ".local")),
        environment.getProperty("calllog.local.durable", Boolean.class, true)
            ? DataLifetime.KEPT
            : DataLifetime.ONE_RUN);
  }

  static boolean hasPostgres(Environment environment) {
    return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
  }

  /** Only the properties that locate a server count. A timeout, for example, does not. */
  static boolean hasRedis(Environment environment) {
    return Stream.of(
            "url",
            "host",
            "port",
            "sentinel.master",
            "cluster.nodes",
            "cluster.nodes[0]",
            "masterreplica.nodes",
            "masterreplica.nodes[0]")
        .map(name -> environment.getProperty("spring.data.redis." + name))
        .anyMatch(StringUtils::hasText);
  }
}
