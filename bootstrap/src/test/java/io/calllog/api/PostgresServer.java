package io.calllog.api;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL server of one test: a primary, or a standby that streams from another server. The
 * test can promote, stop, kill and suspend it. It listens on 127.0.0.1, keeps its port when it is
 * started again, and accepts any password. Files are not synced, so data survives the end of the
 * processes, but not of the machine.
 *
 * <p>A test changes postgresql.conf with {@link #set}.
 */
public final class PostgresServer implements AutoCloseable {

  /** The owner of the databases. Any password is right. */
  public static final String USER = "calllog";

  private static final String SUPERUSER = "postgres";
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private final Path directory;
  private final int port = Processes.freePort();
  private @Nullable EmbeddedPostgres server;

  private PostgresServer(Path directory) {
    this.directory = directory;
  }

  /**
   * Starts a primary with an empty cluster.
   *
   * @param directory in which the data directories of the servers are created
   */
  public static PostgresServer primary(Path directory) {
    var primary = new PostgresServer(directory.toAbsolutePath().resolve("primary"));
    primary.start();
    primary.database().sql("CREATE ROLE %s LOGIN".formatted(USER)).update();
    return primary;
  }

  /**
   * Copies the data of this server and starts the copy as a standby, which streams from this
   * server. Returns when the standby accepts reads.
   *
   * @param name of the directory of the data, and for {@code synchronous_standby_names}
   */
  public PostgresServer startStandby(String name) {
    var standby = new PostgresServer(directory.resolveSibling(name));
    try (Connection backup = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, "");
        var statement = backup.createStatement()) {
      statement.execute("SELECT pg_backup_start('%s', fast => true)".formatted(name));
      DataDirectoryCopy.of(directory, standby.directory);
      try (var result =
          statement.executeQuery(
              "SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
        result.next();
        Files.writeString(standby.directory.resolve("backup_label"), result.getString(1));
      }
      Files.createFile(standby.directory.resolve("standby.signal"));
      Files.writeString(
          standby.directory.resolve("postgresql.auto.conf"),
          """
          primary_conninfo = 'host=127.0.0.1 port=%s user=%s application_name=%s'
          synchronous_standby_names = ''
          """
              .formatted(port, SUPERUSER, name),
          StandardOpenOption.APPEND);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    standby.start();
    return standby;
  }

  /** Starts the server, after it was stopped or killed. Returns when it accepts connections. */
  public void start() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(executables().toFile())
              .setCleanDataDirectory(false)
              .setDataDirectory(directory)
              .setPort(port)
              .setPGStartupWait(LONG_ENOUGH)
              .setOutputRedirector(log())
              .setErrorRedirector(log())
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "200")
              // The library turns it off, and then no commit waits for a synchronous standby.
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("wal_keep_size", "1GB")
              .setServerConfig("wal_receiver_status_interval", "1s")
              .setServerConfig("wal_retrieve_retry_interval", "200ms")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port, also while the server does not run. */
  public int port() {
    return port;
  }

  /** The JDBC URL of a database of this server. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database);
  }

  /**
   * Creates an empty database.
   *
   * @return its JDBC URL
   */
  public String createDatabase(String name) {
    database().sql("CREATE DATABASE %s OWNER %s".formatted(name, USER)).update();
    return url(name);
  }

  /** Executes SQL as the superuser, in the database {@code postgres}. */
  public JdbcClient database() {
    return database(SUPERUSER);
  }

  /** Executes SQL as the superuser. */
  public JdbcClient database(String name) {
    return JdbcClient.create(new DriverManagerDataSource(url(name), SUPERUSER, ""));
  }

  /** Changes a setting that needs no restart, such as {@code synchronous_standby_names}. */
  public void set(String name, String value) {
    database().sql("ALTER SYSTEM SET %s = '%s'".formatted(name, value)).update();
    database().sql("SELECT pg_reload_conf()").query(Boolean.class).single();
  }

  /** Makes a standby a primary. Returns when it accepts writes. */
  public void promote() {
    database()
        .sql("SELECT pg_promote(wait => true, wait_seconds => 30)")
        .query(Boolean.class)
        .single();
  }

  /** Lets a standby stream from another server: the primary, or a standby that may be promoted. */
  public void follow(PostgresServer source) {
    set(
        "primary_conninfo",
        "host=127.0.0.1 port=%s user=%s application_name=%s"
            .formatted(source.port, SUPERUSER, directory.getFileName()));
  }

  /** Pauses the replay: the standby still receives changes, but does not show them. */
  public void pauseReplay() {
    database().sql("SELECT pg_wal_replay_pause()").query().listOfRows();
    await()
        .atMost(LONG_ENOUGH)
        .until(() ->
            database()
                .sql("SELECT pg_get_wal_replay_pause_state()")
                .query(String.class)
                .single()
                .equals("paused"));
  }

  public void resumeReplay() {
    database().sql("SELECT pg_wal_replay_resume()").query().listOfRows();
  }

  /** Waits until the standby shows everything that was committed on the primary before. */
  public void awaitEverythingOf(PostgresServer primary) {
    String end =
        primary.database().sql("SELECT pg_current_wal_insert_lsn()").query(String.class).single();
    await()
        .atMost(LONG_ENOUGH)
        .until(() ->
            database()
                .sql("SELECT pg_last_wal_replay_lsn() >= cast(? AS pg_lsn)")
                .param(end)
                .query(Boolean.class)
                .single());
  }

  /** Ends all sessions and stops the server in order. */
  public void stop() {
    resume();
    closeServer();
  }

  /** Kills all processes of the server at once, as the loss of its machine does. */
  public void kill() {
    List<ProcessHandle> processes = processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    await().atMost(LONG_ENOUGH).until(() -> processes.stream().noneMatch(PostgresServer::runs));
    closeServer();
  }

  /** Suspends all processes: the server hangs, and its sockets stay open. */
  public void suspend() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  /** Whether it runs. PostgreSQL ends if it cannot write its write-ahead log. */
  public boolean isRunning() {
    return processes().stream().anyMatch(PostgresServer::runs);
  }

  @Override
  public void close() {
    stop();
  }

  /** Releases the lock on the directory, which the library keeps even if the server was killed. */
  private void closeServer() {
    EmbeddedPostgres running = server;
    if (running == null) {
      return;
    }
    server = null;
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) {
    Processes.signal(name, processes());
  }

  /** The server and its child processes. */
  private List<ProcessHandle> processes() {
    if (server == null) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(directory.resolve("postmaster.pid"))) {
      return lines.findFirst().map(Long::valueOf).flatMap(ProcessHandle::of).stream()
          .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
          .toList();
    } catch (IOException _) {
      return List.of(); // it has ended
    }
  }

  /** A process that has ended but was not waited for is alive, and has no command. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static Path executables() {
    return Path.of(System.getProperty("calllog.local.directory", "target/local"))
        .toAbsolutePath()
        .resolve("binaries");
  }

  private Redirect log() throws IOException {
    Files.createDirectories(directory.getParent());
    return Redirect.appendTo(directory.resolveSibling(directory.getFileName() + ".log").toFile());
  }
}
