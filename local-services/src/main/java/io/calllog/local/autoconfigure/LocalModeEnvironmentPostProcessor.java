package io.calllog.local.autoconfigure;

import io.calllog.local.LocalServices;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Turns on local mode, {@code calllog.local=true}, when no database is configured: defaults for
 * trying the application on your own machine. Every other source of properties overrides them. Runs
 * last, so that configuration files have been read.
 */
public final class LocalModeEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

  private static final String NAME = "calllog-local-mode";

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "calllog.local", true,
          // Everybody can register, so only this machine can connect.
          "server.address", "127.0.0.1",
          "calllog.registration.mode", "open",
          "calllog.demo", true,
          // No load balancer has to notice that the application stops.
          "calllog.shutdown-delay", "0s",
          // Test slices would replace the database with an embedded one.
          "spring.test.database.replace", "none");

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    MutablePropertySources sources = environment.getPropertySources();
    if (ConnectionSettings.hasPostgres(environment) || sources.contains(NAME)) {
      return;
    }
    sources.addLast(new MapPropertySource(NAME, DEFAULTS));
    if (!environment.containsProperty("calllog.jwt.keys[0].id")) {
      sources.addLast(new SigningSecret(ConnectionSettings.localServices(environment)));
    }
  }

  /**
   * The secret that signs tokens. It is created when it is first read, so that an application with
   * a secret of its own creates no directory.
   */
  private static final class SigningSecret extends EnumerablePropertySource<LocalServices> {

    private static final String PROPERTY = "calllog.jwt.secret";

    SigningSecret(LocalServices services) {
      super("calllog-local-signing-secret", services);
    }

    @Override
    public String[] getPropertyNames() {
      return new String[] {PROPERTY};
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return name.equals(PROPERTY) ? getSource().secret("jwt-secret") : null;
    }
  }
}
