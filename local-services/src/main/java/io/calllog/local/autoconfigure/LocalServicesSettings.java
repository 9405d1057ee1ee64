package io.calllog.local.autoconfigure;

import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * What can be set about the local services.
 *
 * @param directory {@code calllog.local.directory}, by default {@code .local}
 * @param lifetime by {@code calllog.local.durable}, by default true
 */
record LocalServicesSettings(Path directory, DataLifetime lifetime) {

  static LocalServicesSettings from(Environment environment) {
    return new LocalServicesSettings(
        Path.of(environment.getProperty("calllog.local.directory", ".local")),
        environment.getProperty("calllog.local.durable", Boolean.class, true)
            ? DataLifetime.KEPT
            : DataLifetime.ONE_RUN);
  }

  LocalServices services() {
    return LocalServices.in(directory, lifetime);
  }
}
