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
 * An application of a test's own, in this JVM, set up as in production but for {@link QuickHashes}:
 * every setting is given, and nothing is local. For tests of what happens at the start, or when a
 * service goes away.
 *
 * @param context of the application
 */
public record OwnApplication(ConfigurableApplicationContext context) implements AutoCloseable {

  /** Signs the tokens of all such applications, as if they were nodes of one system. */
  public static final String JWT_SECRET = "a secret of thirty-two bytes or more, for tests";

  /**
   * Starts one.
   *
   * @param settings such as {@code calllog.demo=true}; the first of a name wins
   */
  public static OwnApplication start(List<String> settings) {
    Logging.setUp();
    var application = new SpringApplication(CallLogApplication.class, QuickHashes.class);
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
    return new OwnApplication(application.run(arguments(settings).toArray(String[]::new)));
  }

  /**
   * Settings that name the services and a database of {@link Services#createDatabase}, with limits
   * that nobody reaches.
   */
  public static List<String> settings(Services services, String jdbcUrl, String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    Collections.addAll(
        settings,
        "spring.datasource.url=" + jdbcUrl,
        "spring.datasource.username=" + services.user(),
        "spring.datasource.password=" + services.password(),
        "spring.datasource.hikari.minimum-idle=1",
        "spring.data.redis.url=" + services.redisUrl(),
        "calllog.jwt.secret=" + JWT_SECRET,
        // A command sets another level, which would stay for all later tests of this JVM.
        "logging.level.root=info",
        "calllog.rate-limit.api.per-minute=1000000",
        "calllog.rate-limit.api.burst=1000000",
        "calllog.rate-limit.auth.per-minute=1000000",
        "calllog.rate-limit.login-failures.per-account-and-address=1000000",
        "calllog.rate-limit.login-failures.per-account=1000000");
    return List.copyOf(settings);
  }

  /** Settings of the first administrator, as whom {@link Accounts#admin} signs in. */
  public static String[] firstAdmin() {
    return new String[] {
      "calllog.first-admin.email=" + Accounts.ADMIN_EMAIL,
      "calllog.first-admin.password=" + Accounts.PASSWORD
    };
  }

  /** Talks to it. */
  public Api api() {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return Api.at(URI.create("http://127.0.0.1:" + port));
  }

  @Override
  public void close() {
    context.close();
  }

  private static List<String> arguments(List<String> settings) {
    List<String> arguments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String setting : settings) {
      String name = setting.substring(0, setting.indexOf('='));
      if (!names.contains(name)) {
        names.add(name);
        arguments.add("--" + setting);
      }
    }
    arguments.add("--server.port=0");
    return arguments;
  }

  /** Belongs to the JVM: applications that start together would set it up at the same time. */
  private static final class Logging {

    static {
      new SpringApplicationBuilder(Logging.class).web(WebApplicationType.NONE).run().close();
    }

    static void setUp() {}
  }
}
