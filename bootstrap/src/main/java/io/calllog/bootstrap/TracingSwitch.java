package io.calllog.bootstrap;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves out Spring Boot's tracing unless the address of a collector is set. A tracer without a
 * collector would still observe each request (ADR 0041).
 */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  private boolean on;

  @Override
  public void setEnvironment(Environment environment) {
    on = StringUtils.hasText(environment.getProperty(ENDPOINT));
  }

  @Override
  public boolean[] match(
      @Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
    boolean[] matches = new boolean[autoConfigurations.length];
    for (int i = 0; i < matches.length; i++) {
      matches[i] = on || !isTracing(autoConfigurations[i]);
    }
    return matches;
  }

  private static boolean isTracing(@Nullable String autoConfiguration) {
    return autoConfiguration != null
        && (autoConfiguration.startsWith("org.springframework.boot.micrometer.tracing.")
            || autoConfiguration.startsWith("org.springframework.boot.opentelemetry."));
  }
}
