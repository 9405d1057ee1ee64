package io.calllog.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import io.calllog.bootstrap.CommandConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;

/** The commands that read the database of the Node backend, on real databases. */
class NodeCommandsIT {

  private static final String ANNA = "8a1d0f6c-1c3f-4f6e-8f9e-112233445566";
  private static final String BOB = "0a1d0f6c-1c3f-4f6e-8f9e-112233445566";
  private static final String GRACE = "9b2e1a7d-2d4a-4a7f-9a0f-223344556677";

  /** Shorter than a password that is chosen here. */
  private static final String PASSWORD = "secret1";

  /** As Sequelize creates the tables. */
  private static final String TABLES =
      """
      CREATE TYPE enum_officers_status AS ENUM ('Active', 'Inactive', 'On Leave');
      CREATE TABLE officers (
          id uuid PRIMARY KEY, name varchar(255), email varchar(255), password varchar(255),
          "contactInfo" varchar(255), region varchar(255), status enum_officers_status,
          "createdAt" timestamptz NOT NULL, "updatedAt" timestamptz NOT NULL);
      CREATE TABLE clients (
          id uuid PRIMARY KEY, name varchar(255), "contactInfo" varchar(255), region varchar(255),
          "createdAt" timestamptz NOT NULL, "updatedAt" timestamptz NOT NULL);
      CREATE TABLE calls (
          id uuid PRIMARY KEY, "officerId" uuid, "clientId" uuid, duration double precision,
          "callType" varchar(255), "callOutcome" varchar(255), comment text, timestamp timestamptz,
          "createdAt" timestamptz NOT NULL, "updatedAt" timestamptz NOT NULL);
      """;

  private final Services services = Services.running();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private @TempDir Path directory;
  private String source = "";
  private String target = "";

  @BeforeEach
  void createDatabases() {
    source = services.createDatabase("node_source");
    target = services.createDatabase("node_target");
    var bcrypt = new BCryptPasswordEncoder(BCryptVersion.$2B, 4);
    services.execute("node_source", owned(TABLES));
    services.execute("node_source", owned(rows(bcrypt.encode(PASSWORD))));
  }

  @Test
  void people_sign_in_with_their_passwords_and_see_their_calls() throws IOException {
    Path report = directory.resolve("report.csv");

    assertThat(run("import-node", "report=" + report)).as(printed.toString(UTF_8)).isZero();

    assertThat(counts("officers")).containsExactly(2, 2, 0, 0, 0, 0, 0, 0);
    assertThat(counts("clients")).containsExactly(1, 1, 0, 0, 0, 0, 0, 0);
    assertThat(counts("calls")).containsExactly(504, 503, 0, 0, 0, 1, 0, 0);
    assertThat(Files.readAllLines(report))
        .startsWith("table,id,column,reason,value")
        .anyMatch(line -> line.startsWith("officers," + BOB + ",email,is the address of another"))
        .anyMatch(line -> line.startsWith("clients," + GRACE + ",region,") && line.endsWith("Süd?"))
        .anyMatch(line -> line.contains(",duration,") && line.endsWith(",'-5"))
        .anyMatch(line -> line.contains(",,\"has the timestamp 9999-12-31"));

    try (var application = OwnApplication.start(settings(OwnApplication.firstAdmin()))) {
      Api anna = application.api();
      String token =
          anna.post("/api/auth/login", Api.json("email", "anna@node.example", "password", PASSWORD))
              .expect(200)
              .text("/accessToken");
      Api signedIn = anna.as(token);
      assertThat(signedIn.get("/api/calls?count=true&limit=1").expect(200).at("/total").asLong())
          .isEqualTo(502);
      assertThat(signedIn.get("/api/auth/profile").expect(200).text("/region"))
          .isEqualTo("EMEA/London");
    }
  }

  @Test
  void a_repeat_adds_nothing_and_the_figures_agree() {
    assertThat(run("import-node")).isZero();
    assertThat(run("compare-node")).as(printed.toString(UTF_8)).isZero();

    assertThat(run("import-node")).isZero();
    assertThat(counts("calls")).containsExactly(504, 0, 0, 503, 0, 1, 0, 0);
    assertThat(run("compare-node", "from=2026-03-28", "to=2026-04-04")).isZero();
  }

  @Test
  void changes_and_deletions_of_the_node_backend_are_found_and_brought() {
    assertThat(run("import-node")).isZero();
    services.execute(
        "node_source",
        """
        UPDATE calls SET duration = 1000, timestamp = timestamp + interval '1 hour', "updatedAt" = now()
            WHERE duration = 7;
        UPDATE calls SET "officerId" = '%s', "updatedAt" = now() WHERE duration = 8;
        UPDATE calls SET timestamp = timestamp - interval '3 days', "updatedAt" = now() WHERE duration = 9;
        DELETE FROM calls WHERE duration = 10;
        """
            .formatted(BOB));

    assertThat(run("compare-node")).isEqualTo(1);
    assertThat(printed.toString(UTF_8)).contains(ANNA, BOB, "differ");
    assertThat(run("import-node")).isZero();
    assertThat(counts("calls")).containsExactly(503, 1, 2, 499, 0, 1, 1, 1);
    assertThat(run("compare-node")).isEqualTo(1);
    assertThat(run("import-node", "delete")).isZero();
    assertThat(counts("calls")).containsExactly(503, 0, 0, 502, 0, 1, 1, 0);
    assertThat(run("compare-node")).as(printed.toString(UTF_8)).isZero();
  }

  @Test
  void regions_can_be_named() throws IOException {
    Path regions = Files.writeString(directory.resolve("regions.csv"), "süd?,EMEA/DE/Süd\n");

    assertThat(run("import-node", "regions=" + regions)).isZero();

    services.execute(
        "node_target",
        """
        DO $$ BEGIN
          ASSERT (SELECT path FROM clients JOIN regions ON key = region_key) = 'EMEA/DE/Süd';
        END $$
        """);
  }

  @Test
  void says_what_is_wrong_with_the_source() {
    assertRefused(
        "must begin with jdbc:postgresql:", "import-node", "url=jdbc:mysql://localhost/a");
    assertRefused("node_source_missing", "import-node", "url=" + source + "_missing");
    String empty = services.createDatabase("node_empty");
    assertRefused("has no table 'officers'", "import-node", "url=" + empty);
    assertRefused("--deletee is not an option of this command", "import-node", "deletee");
    assertRefused("--from must be a date", "compare-node", "from=yesterday");
  }

  private void assertRefused(String reason, String command, String option) {
    assertThat(run(command, option)).isEqualTo(1);
    assertThat(printed.toString(UTF_8)).contains(reason);
  }

  private String owned(String sql) {
    return "SET ROLE %s; %s".formatted(services.user(), sql);
  }

  private List<String> settings(String... more) {
    return OwnApplication.settings(
        services,
        target,
        Stream.concat(Stream.of("calllog.reporting.time-zone=Europe/London"), Stream.of(more))
            .toArray(String[]::new));
  }

  private int run(String command, String... options) {
    printed.reset();
    List<String> arguments = new ArrayList<>(List.of(command));
    List<String> given = List.of(options);
    given.forEach(option -> arguments.add("--" + option));
    if (given.stream().noneMatch(option -> option.startsWith("url="))) {
      arguments.add("--url=" + source);
    }
    arguments.add("--user=" + services.user());
    arguments.add("--password-file=" + passwordFile());
    settings().forEach(s -> arguments.add("--" + s));
    return new Commands(CommandConfiguration.class, new PrintStream(printed, true, UTF_8))
        .run(arguments.toArray(String[]::new));
  }

  private Path passwordFile() {
    try {
      return Files.writeString(directory.resolve("password"), services.password());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers of a table in the result that was printed. */
  private List<Integer> counts(String table) {
    return printed
        .toString(UTF_8)
        .lines()
        .filter(line -> line.matches(table + "( +[0-9,]+){8}"))
        .findFirst()
        .stream()
        .flatMap(line -> List.of(line.split(" +", -1)).stream().skip(1))
        .map(number -> Integer.valueOf(number.replace(",", "")))
        .toList();
  }

  private static String rows(String passwordHash) {
    return """
    INSERT INTO officers VALUES
        ('%1$s', 'Anna', 'anna@node.example', '%4$s', '+44 20 7946 0958', 'EMEA/London', 'Active',
         '2026-01-05 08:00Z', '2026-01-05 08:00Z'),
        ('%2$s', 'Bob', 'ANNA@node.example', '%4$s', NULL, 'emea / london', 'On Leave',
         '2026-01-06 08:00Z', '2026-01-06 08:00Z');
    INSERT INTO clients VALUES
        ('%3$s', 'Grace', 'grace@firm.example, +44 20 7946 0312', 'Süd?', '2026-01-05 08:00Z', '2026-01-05 08:00Z');
    INSERT INTO calls
    SELECT gen_random_uuid(), '%1$s', '%3$s', i, CASE WHEN i %% 2 = 0 THEN 'Incoming' ELSE 'outgoing' END,
           (ARRAY ['Successful', 'Missed', 'Follow-up', 'No Answer', 'BUSY', 'Other'])[1 + i %% 6], NULL,
           timestamptz '2026-03-27 22:00Z' + i * interval '17 minutes', '2026-05-01 10:00Z', '2026-05-01 10:00Z'
    FROM generate_series(1, 500) i;
    INSERT INTO calls VALUES
        (gen_random_uuid(), '%1$s', gen_random_uuid(), -5, 'Incoming', 'Busy', NULL, '2026-03-02 10:00Z', now(), now()),
        (gen_random_uuid(), '%1$s', NULL, 100.5, 'Incoming', 'Voicemail', '=1+1', '2026-03-02 10:00Z', now(), now()),
        (gen_random_uuid(), gen_random_uuid(), NULL, NULL, 'Incoming', NULL, NULL, '2026-03-02 10:00Z', now(), now()),
        (gen_random_uuid(), '%1$s', NULL, 1, 'Incoming', 'Busy', NULL, 'infinity', now(), now());
    """
        .formatted(ANNA, BOB, GRACE, passwordHash);
  }
}
