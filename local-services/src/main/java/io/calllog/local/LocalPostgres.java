package io.calllog.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server on a directory of which this process has the {@link DirectoryLock}. The
 * library unpacks, initialises and starts it; what the library leaves open is settled here: a
 * leftover of a killed run, a port another server has, passwords, syncing to disk.
 */
final class LocalPostgres implements AutoCloseable {

  /** Where tools like psql find it; far from PostgreSQL's own 5432. */
  static final int PREFERRED_PORT = 54329;

  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
  private static final String SUPERUSER_SECRET = "postgres-superuser-password";
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;

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
   * Starts the server, and makes what is needed on the first start.
   *
   * @throws LocalServicesException if it does not start, with the end of its log
   */
  static LocalPostgres start(LocalDirectory directory, DataLifetime lifetime) {
    return start(directory, lifetime, START);
  }

  /** Like {@link #start(LocalDirectory, DataLifetime)}, giving up after {@code limit}. */
  static LocalPostgres start(LocalDirectory directory, DataLifetime lifetime, Duration limit) {
    try {
      LocalDirectory.ownerOnly(directory.binaries());
      ServerProcess.endLeftover(pidFile(directory), directory.binaries());
      discardUnfinished(directory);
      return startOnSomePort(directory, lifetime, limit);
    } catch (IOException e) {
      throw LocalDirectory.unusable(directory.path(), e);
    }
  }

  PostgresConnection connection() {
    return connection;
  }

  /** Stops the server and returns when it is gone; its clients are disconnected. */
  @Override
  public void close() throws IOException {
    stop(directory, server);
  }

  static Path pidFile(LocalDirectory directory) {
    return directory.postgresData().resolve("postmaster.pid");
  }

  /** A first start that was cut short leaves a cluster nobody can tell from a good one. */
  private static void discardUnfinished(LocalDirectory directory) throws IOException {
    if (Files.exists(directory.postgresUnfinished())) {
      FileSystemUtils.deleteRecursively(directory.postgresData());
    }
    if (!Files.exists(directory.postgresData())) {
      Files.writeString(directory.postgresUnfinished(), "");
    }
  }

  /** Another process may take the port between the look at it and the start: then again. */
  private static LocalPostgres startOnSomePort(
      LocalDirectory directory, DataLifetime lifetime, Duration limit) throws IOException {
    int port = lifetime == DataLifetime.KEPT ? Ports.preferredOrFree(PREFERRED_PORT) : Ports.free();
    for (int attempt = 1; ; attempt++) {
      try {
        return startOn(port, directory, lifetime, limit);
      } catch (LocalServicesException e) {
        if (attempt == ATTEMPTS || !Ports.isTaken(port)) {
          throw e;
        }
        LOG.info("Port {} was taken meanwhile: PostgreSQL is started on another one.", port);
        port = Ports.free();
      }
    }
  }

  private static LocalPostgres startOn(
      int port, LocalDirectory directory, DataLifetime lifetime, Duration limit)
      throws IOException {
    directory.postgresLog().clear();
    // A lock of the library's own, which it does not give back when a start fails.
    Files.deleteIfExists(directory.postgresData().resolve("epg-lock"));
    EmbeddedPostgres server;
    try {
      server = configured(port, directory, lifetime, limit).start();
    } catch (IOException | RuntimeException e) {
      // The library reports a failure of initdb as a RuntimeException.
      ServerProcess.endLeftover(pidFile(directory), directory.binaries());
      throw cannotStart(directory, e);
    }
    try {
      tightenBinaries(directory);
      requireOwnData(directory, server);
      PostgresConnection connection = prepareDatabase(directory, lifetime, server);
      LOG.info("PostgreSQL listens on {}:{}.", Ports.LOOPBACK, port);
      return new LocalPostgres(directory, server, connection);
    } catch (SQLException e) {
      stop(directory, server);
      throw cannotStart(directory, e);
    } catch (IOException | RuntimeException e) {
      stop(directory, server);
      throw e;
    }
  }

  private static EmbeddedPostgres.Builder configured(
      int port, LocalDirectory directory, DataLifetime lifetime, Duration limit) {
    String password = directory.secret(SUPERUSER_SECRET);
    String sync = lifetime == DataLifetime.KEPT ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setRegisterShutdownHook(false)
        .setCleanDataDirectory(false)
        .setPGStartupWait(limit)
        .setOverrideWorkingDirectory(directory.binaries().toFile())
        .setPgBinaryResolver(new BinariesOf(directory))
        .setDataDirectory(directory.postgresData())
        .setOutputRedirector(directory.postgresLog().append())
        .setErrorRedirector(directory.postgresLog().append())
        .setPort(port)
        .setConnectConfig("password", password)
        // "Locale" settings become options of initdb, after the library's `-A trust`: they win.
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", directory.secretFile(SUPERUSER_SECRET).toString())
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", Ports.LOOPBACK)
        // No socket file: its default place is shared by all users of the machine.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "200")
        // These come after the library's `-F`, which turns syncing off, and win.
        .setServerConfig("fsync", sync)
        .setServerConfig("synchronous_commit", sync)
        .setServerConfig("full_page_writes", sync);
  }

  /** The library lets everybody write into the folder of the executables. */
  private static void tightenBinaries(LocalDirectory directory) throws IOException {
    try (var folders = Files.newDirectoryStream(directory.binaries(), Files::isDirectory)) {
      for (Path folder : folders) {
        OwnerOnly.tighten(folder);
      }
    }
  }

  /** The library is content with any server that answers on the port. */
  private static void requireOwnData(LocalDirectory directory, EmbeddedPostgres server)
      throws IOException, SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SHOW data_directory")) {
      result.next();
      Path answered = Path.of(result.getString(1));
      if (!answered.equals(directory.postgresData())) {
        throw cannotStart(
            directory, new IOException("the server that answers has its data in " + answered));
      }
    }
  }

  private static PostgresConnection prepareDatabase(
      LocalDirectory directory, DataLifetime lifetime, EmbeddedPostgres server)
      throws IOException, SQLException {
    PostgresConnection connection =
        new ApplicationDatabase(server.getPostgresDatabase(), server.getPort())
            .prepare(directory.secret("postgres-password"), lifetime);
    Files.deleteIfExists(directory.postgresUnfinished());
    return connection;
  }

  private static void stop(LocalDirectory directory, EmbeddedPostgres server) throws IOException {
    var process = ServerProcess.of(pidFile(directory), directory.binaries());
    server.close();
    process
        .filter(running -> !running.isGoneWithin(STOP))
        .ifPresent(running -> {
          LOG.warn("PostgreSQL has not stopped within {}: it is killed.", STOP);
          running.end();
        });
  }

  private static LocalServicesException cannotStart(LocalDirectory directory, Exception cause) {
    ServerLog log = directory.postgresLog();
    return new LocalServicesException(
        "The local PostgreSQL cannot be started: %s. The end of %s:%n%n%s"
            .formatted(cause.getMessage(), log.file(), log.tail()),
        "Mend what the log names. As root PostgreSQL needs the command `unshare` and user"
            + " namespaces: else run as an ordinary user. If the data can go, delete "
            + directory.path()
            + ". Or use a PostgreSQL of your own: set spring.datasource.url.",
        cause);
  }

  /**
   * The library remembers per resolver where it has unpacked the binaries: equal by directory, so
   * that each directory has its own.
   */
  private record BinariesOf(LocalDirectory directory) implements PgBinaryResolver {
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
    }
  }
}
