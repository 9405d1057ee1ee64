package io.calllog.api;

import io.calllog.bootstrap.CallLogApplication;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application for one test, in this JVM, with the settings of production except for {@link
 * QuickHashes}. Local mode is off. For tests of the startup and of outages.
 */
public record OwnApplication(ConfigurableApplicationContext context) implements AutoCloseable {

  /** All such applications have the same signing secret, as nodes of one system have. */
  public static final String JWT_SECRET = "a secret of thirty-two bytes or more, for tests";

  /**
   * Starts an application.
   *
   * @param settings such as {@code calllog.demo=true}; the first one for a name applies
   */
  public static OwnApplication start(List<String> settings) {
    Logging.setUp();
    var application = new SpringApplication(CallLogApplication.class, QuickHashes.class);
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
    List<String> arguments = arguments(settings);
    arguments.add("--server.port=0");
    arguments.add("--management.server.port=0");
    return new OwnApplication(application.run(arguments.toArray(String[]::new)));
  }

  /**
   * Settings for the services and a database of {@link Services#createDatabase}, with limits that
   * no test reaches.
   */
  public static List<String> settings(Services services, String jdbcUrl, String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    Collections.addAll(
        settings,
        "spring.datasource.url=" + jdbcUrl,
        "spring.datasource.username=" + services.user(),
        "spring.datasource.password=" + services.password(),
        "spring.datasource.hikari.minimum-idle=1",
        // The machine of a test may be busy for seconds.
        "spring.datasource.hikari.connection-timeout=10000",
        "calllog.pools.system.validation-timeout=5000",
        "spring.data.redis.url=" + services.redisUrl(),
        "calllog.jwt.secret=" + JWT_SECRET,
        "calllog.shutdown-delay=0s",
        // A command sets another level, which would stay for all later tests of this JVM.
        "logging.level.root=info",
        "calllog.rate-limit.api.per-minute=1000000",
        "calllog.rate-limit.api.burst=1000000",
        "calllog.rate-limit.auth.per-minute=1000000",
        "calllog.rate-limit.login-failures.per-account-and-address=1000000",
        "calllog.rate-limit.login-failures.per-account=1000000");
    return List.copyOf(settings);
  }

  /** Settings of the first administrator, whose account {@link Accounts#admin} uses. */
  public static String[] firstAdmin() {
    return new String[] {
      "calllog.first-admin.email=" + Accounts.ADMIN_EMAIL,
      "calllog.first-admin.password=" + Accounts.PASSWORD
    };
  }

  /** Sends requests to it. */
  public Api api() {
    return at("local.server.port");
  }

  /** Sends requests to its management port. */
  public Api management() {
    return at("local.management.port");
  }

  private Api at(String port) {
    return Api.at(
        URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port)));
  }

  @Override
  public void close() {
    context.close();
  }

  /** The settings as arguments. The first one of each name counts. */
  public static List<String> arguments(List<String> settings) {
    List<String> arguments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String setting : settings) {
      String name = setting.substring(0, setting.indexOf('='));
      if (!names.contains(name)) {
        names.add(name);
        arguments.add("--" + setting);
      }
    }
    return arguments;
  }

  /** Logging is shared by the JVM, so applications that start together must not configure it. */
  private static final class Logging {

    static {
      new SpringApplicationBuilder(Logging.class).web(WebApplicationType.NONE).run().close();
    }

    static void setUp() {}
  }
}
