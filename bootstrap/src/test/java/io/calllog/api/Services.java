package io.calllog.api;

import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The PostgreSQL and the Redis of the tests, for tests that start their own applications: the local
 * services, or containers.
 *
 * @param host of PostgreSQL
 * @param port of PostgreSQL
 * @param superuser creates databases
 * @param user of the application
 * @param redisUrl with the password
 */
public record Services(
    String host,
    int port,
    String superuser,
    String superuserPassword,
    String user,
    String password,
    String redisUrl) {

  /** Starts the services of this JVM unless they run. */
  public static Services running() {
    return "containers".equals(System.getProperty("services")) ? containers() : local();
  }

  /**
   * Stops the local services. For a JVM in which no Spring application runs: otherwise they stop
   * after the last one.
   */
  public static void stop() {
    localServices().close();
  }

  private static LocalServices localServices() {
    var directory = Path.of(System.getProperty("calllog.local.directory", "target/local"));
    return LocalServices.in(directory, DataLifetime.ONE_RUN);
  }

  private static Services local() {
    LocalServices services = localServices();
    var postgres = services.postgres();
    var redis = services.redis();
    var server = URI.create(postgres.url().substring("jdbc:".length()));
    return new Services(
        server.getHost(),
        server.getPort(),
        "postgres",
        services.secret("postgres-superuser-password"),
        postgres.username(),
        postgres.password(),
        "redis://:%s@%s:%s".formatted(redis.password(), redis.host(), redis.port()));
  }

  private static Services containers() {
    Containers.POSTGRES.start();
    Containers.REDIS.start();
    String superuser = Containers.POSTGRES.getUsername();
    String password = Containers.POSTGRES.getPassword();
    return new Services(
        Containers.POSTGRES.getHost(),
        Containers.POSTGRES.getFirstMappedPort(),
        superuser,
        password,
        superuser,
        password,
        "redis://%s:%s"
            .formatted(Containers.REDIS.getHost(), Containers.REDIS.getFirstMappedPort()));
  }

  /**
   * Creates an empty database, in place of an existing one with this name.
   *
   * @return its JDBC URL
   */
  public String createDatabase(String name) {
    execute("postgres", "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    execute("postgres", "CREATE DATABASE %s OWNER %s".formatted(name, user));
    return urlOf(name);
  }

  /** Executes SQL in a database as the superuser. */
  public void execute(String database, String sql) {
    try (var connection =
            DriverManager.getConnection(urlOf(database), superuser, superuserPassword);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A relay to PostgreSQL. */
  public Relay postgresRelay() {
    return new Relay(host, port);
  }

  /** A relay to Redis. */
  public Relay redisRelay() {
    URI redis = URI.create(redisUrl);
    return new Relay(redis.getHost(), redis.getPort());
  }

  private String urlOf(String database) {
    return "jdbc:postgresql://%s:%s/%s".formatted(host, port, database);
  }
}
