package io.calllog.local.autoconfigure;

import io.calllog.local.LocalServices;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Turns on local mode, {@code calllog.local=true}, when no database is configured: defaults that
 * suit a try on one's own machine, below everything a user can set. It comes last, so that it sees
 * the configuration files.
 */
public final class LocalModeEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    LocalServices.stopAfterApplications();
    if (!Configured.postgres(environment)
        && !environment.getPropertySources().contains(LocalModeDefaults.NAME)) {
      environment
          .getPropertySources()
          .addLast(
              new LocalModeDefaults(
                  LocalServicesSettings.from(environment),
                  environment.containsProperty("calllog.jwt.keys[0].id")));
    }
  }
}
