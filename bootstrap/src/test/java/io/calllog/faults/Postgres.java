package io.calllog.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A PostgreSQL server that writes to disk as in production, and that can be killed and started
 * again.
 */
final class Postgres implements AutoCloseable {

  static final String SUPERUSER = "postgres";
  static final String PASSWORD = "superuser";

  private final Path data;
  private final Path directory;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  /** Does not start it. */
  Postgres(Path directory, Path data, int port) {
    this.directory = directory;
    this.data = data;
    this.port = port;
  }

  int port() {
    return port;
  }

  /**
   * Starts it, on an empty directory after creating a cluster there, and waits until it is ready.
   */
  void start() throws IOException {
    close();
    Path password = Files.writeString(directory.resolve("superuser-password"), PASSWORD);
    Redirect log = Redirect.appendTo(log());
    server =
        EmbeddedPostgres.builder()
            .setRegisterShutdownHook(false)
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofMinutes(1))
            .setOverrideWorkingDirectory(directory.toFile())
            .setDataDirectory(data)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setPort(port)
            .setConnectConfig("password", PASSWORD)
            .setLocaleConfig("auth-host", "scram-sha-256")
            .setLocaleConfig("auth-local", "scram-sha-256")
            .setLocaleConfig("pwfile", password.toString())
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "200")
            .setServerConfig("max_wal_size", "256MB")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
  }

  /** The first process. Ends when the server does. */
  ProcessHandle process() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
  }

  boolean isRunning() {
    try {
      return process().isAlive();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** A new session of the superuser. */
  Connection connect(String database) throws SQLException {
    return java.sql.DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database), SUPERUSER, PASSWORD);
  }

  /** Executes SQL as the superuser, without a transaction. */
  void execute(String database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  File log() {
    return directory.resolve("postgres-" + port + ".log").toFile();
  }

  /**
   * A second server with a copy of the data, which follows this one, and without which this one
   * commits nothing from then on.
   */
  Postgres startSynchronousStandby(int standbyPort) throws IOException, SQLException {
    Path copy = directory.resolve("standby");
    try (var connection = connect("postgres")) {
      JdbcClient session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      session.sql("SELECT pg_backup_start('standby', true)").query().singleValue();
      copyData(copy);
      String label =
          session.sql("SELECT labelfile FROM pg_backup_stop(false)").query(String.class).single();
      Files.writeString(copy.resolve("backup_label"), label);
    }
    Files.writeString(copy.resolve("standby.signal"), "");
    Files.writeString(
        copy.resolve("postgresql.auto.conf"),
        """
        primary_conninfo = 'host=127.0.0.1 port=%s user=%s password=%s application_name=standby'
        """
            .formatted(port, SUPERUSER, PASSWORD));
    Postgres standby = new Postgres(directory, copy, standbyPort);
    standby.start();
    execute("postgres", "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    execute("postgres", "SELECT pg_reload_conf()");
    return standby;
  }

  @Override
  public void close() throws IOException {
    EmbeddedPostgres running = server;
    if (running != null) {
      running.close();
      server = null;
    }
  }

  /** Without what belongs to the running server only. */
  private void copyData(Path copy) throws IOException {
    Commands.run("cp", "-a", data.toString(), copy.toString());
    for (String own : List.of("postmaster.pid", "postmaster.opts", "epg-lock")) {
      Files.deleteIfExists(copy.resolve(own));
    }
    try (Stream<Path> slots = Files.list(copy.resolve("pg_replslot"))) {
      for (Path slot : slots.toList()) {
        Commands.run("rm", "-r", slot.toString());
      }
    }
  }
}
