package io.calllog.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.env.CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;

import io.calllog.application.auth.port.in.CreateAdmin;
import io.calllog.application.key.KeySecret;
import io.calllog.application.key.port.in.CreateKey;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.domain.auth.Password;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.key.Scope;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class CommandsTest {

  private static final String EMAIL = "root@calllog.example";
  private static final String PASSWORD = "correct horse battery staple";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, UTF_8);
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set-clock UTC",
        "create-admin",
        "create-key",
        "set-time-zone",
        "set-time-zone a b"
      })
  void explains_the_usage_of_commands(String arguments) {
    int exitCode = new Commands(Object.class, out).run(arguments.split(" ", -1));

    assertThat(exitCode).isEqualTo(2);
    assertThat(printed.toString(UTF_8))
        .contains("java -jar calllog.jar create-admin <e-mail> [--password-file=<file>]")
        .contains("java -jar calllog.jar create-key <name> --scopes=<scope>,… --region=<path>")
        .contains("java -jar calllog.jar set-time-zone <IANA time zone>");
  }

  @Test
  void creates_an_administrator_with_the_password_of_the_file() throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "\uFEFF" + PASSWORD + "\n");

    boolean done =
        createAdmin(
            EMAIL,
            Map.of("password-file", file.toString()),
            command ->
                assertThat(command)
                    .isEqualTo(
                        new CreateAdmin.Command(new EmailAddress(EMAIL), new Password(PASSWORD))));

    assertThat(done).isTrue();
    assertThat(printed.toString(UTF_8))
        .contains(EMAIL + " can sign in as an administrator")
        .doesNotContain(PASSWORD);
  }

  @Test
  void changes_nothing_without_a_terminal_or_a_password_file() {
    assertThat(createAdmin(EMAIL, Map.of(), CommandsTest::fail)).isFalse();
    Path missing = directory.resolve("missing");
    assertThat(createAdmin(EMAIL, Map.of("password-file", missing.toString()), CommandsTest::fail))
        .isFalse();
    assertThat(printed.toString(UTF_8)).contains("There is no terminal", "cannot be read");
  }

  @Test
  void reports_why_no_administrator_was_created() throws IOException {
    Path file = Files.writeString(directory.resolve("password"), PASSWORD);
    var withFile = Map.<String, Object>of("password-file", file.toString());

    assertThat(createAdmin("root", withFile, CommandsTest::fail)).isFalse();
    assertThat(
            createAdmin(
                EMAIL,
                withFile,
                _ -> {
                  throw new Conflict("email-taken", "The address is taken.");
                }))
        .isFalse();
    assertThat(printed.toString(UTF_8)).contains("Nothing was changed: The address is taken.");
  }

  @Test
  void rejects_an_offset_as_the_time_zone() {
    try (var context = new GenericApplicationContext()) {
      assertThat(new SetTimeZone(out).run(List.of("+01:00"), context)).isFalse();
    }
    assertThat(printed.toString(UTF_8)).contains("Nothing was changed");
  }

  @Test
  void creates_a_key_and_prints_it() {
    var settings =
        Map.<String, Object>of(
            "scopes", "calls:write, clients:read",
            "region", "EMEA/UK",
            "requests-per-minute", "60",
            "expires-at", "2099-01-01T00:00:00Z");
    var details =
        new ApiKeyDetails(
            new Name("PBX"), new RequestsPerMinute(60), Instant.parse("2099-01-01T00:00:00Z"));
    KeySecret secret = KeySecret.of("Qx3vT8m2Lr0aZk5Wb9YcHs7NdJf4GpEu1Vi6Oo_Xq-A");

    boolean done =
        createKey(
            settings,
            command -> {
              assertThat(command)
                  .isEqualTo(
                      new CreateKey.Command(
                          null,
                          details,
                          List.of(Scope.CALLS_WRITE, Scope.CLIENTS_READ),
                          new RegionPath("EMEA/UK")));
              ApiKey key =
                  ApiKey.create(
                      new ApiKeyId(UUID.randomUUID()),
                      command.details(),
                      command.scopes(),
                      command.region(),
                      secret.prefix(),
                      Instant.EPOCH);
              return new CreateKey.Created(secret, new ApiKeyView(key, null));
            });

    assertThat(done).isTrue();
    assertThat(printed.toString(UTF_8).lines())
        .containsExactly("Done: this is the key 'PBX'. It is not shown again.", secret.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          calls:write  |         |      |              | region is required
          calls:delete | EMEA    |      |              | scopes must be some of calls:read
          calls:write  | EMEA//a |      |              | region must be
          calls:write  | EMEA    | many |              | requests-per-minute must be an integer
          calls:write  | EMEA    | 0    |              | requestsPerMinute must be from 1 to 60,000
          calls:write  | EMEA    |      | tomorrow     | expires-at must be a time
          """)
  void reports_why_no_key_was_created(
      String scopes,
      @Nullable String region,
      @Nullable String limit,
      @Nullable String end,
      String reason) {
    Map<String, Object> settings = new HashMap<>(Map.of("scopes", scopes));
    if (region != null) {
      settings.put("region", region);
    }
    if (limit != null) {
      settings.put("requests-per-minute", limit);
    }
    if (end != null) {
      settings.put("expires-at", end);
    }

    boolean done =
        createKey(
            settings,
            command -> {
              throw new AssertionError("No key should be created: " + command);
            });

    assertThat(done).isFalse();
    assertThat(printed.toString(UTF_8)).contains("Nothing was changed", reason);
  }

  private boolean createKey(Map<String, Object> settings, CreateKey useCase) {
    try (var context = new GenericApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource(COMMAND_LINE_PROPERTY_SOURCE_NAME, settings));
      context.registerBean(CreateKey.class, () -> useCase);
      context.refresh();
      return new CreateKeyCommand(out).run(List.of("PBX"), context);
    }
  }

  private boolean createAdmin(String email, Map<String, Object> settings, CreateAdmin useCase) {
    try (var context = new GenericApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", settings));
      context.registerBean(CreateAdmin.class, () -> useCase);
      context.refresh();
      return new CreateAdministrator(out).run(List.of(email), context);
    }
  }

  private static void fail(CreateAdmin.Command command) {
    throw new AssertionError("No administrator should be created: " + command);
  }
}
