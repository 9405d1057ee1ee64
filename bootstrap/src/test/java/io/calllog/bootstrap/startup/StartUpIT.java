package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import io.calllog.bootstrap.CommandConfiguration;
import io.calllog.bootstrap.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starts on an empty database, with the settings of production. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpIT {

  private final Services services = Services.running();

  @Test
  void fails_without_an_administrator(CapturedOutput output) {
    var settings = OwnApplication.settings(services, services.createDatabase("start_nobody"));
    assertThatThrownBy(() -> OwnApplication.start(settings)).isInstanceOf(StartUpFailure.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("There is no active administrator", "calllog.first-admin.email");
  }

  @Test
  void fails_when_the_database_cannot_be_reached(CapturedOutput output) {
    String url = "jdbc:postgresql://127.0.0.1:1/calllog?password=in-the-address";
    assertThatThrownBy(() -> OwnApplication.start(OwnApplication.settings(services, url)))
        .isNotNull();
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("jdbc:postgresql://127.0.0.1:1/calllog", "SPRING_DATASOURCE_URL")
        .doesNotContain("in-the-address");
  }

  @Test
  void fails_with_a_line_that_says_what_to_do_if_the_role_may_not_create_the_extension(
      CapturedOutput output) {
    String url = services.createDatabase("start_rights");
    services.execute(
        "start_rights",
        """
        DROP ROLE IF EXISTS no_extensions;
        CREATE ROLE no_extensions LOGIN PASSWORD 'no_extensions';
        GRANT ALL ON SCHEMA public TO no_extensions
        """);
    var settings =
        OwnApplication.settings(
            services,
            url,
            "spring.flyway.user=no_extensions",
            "spring.flyway.password=no_extensions");

    assertThatThrownBy(() -> OwnApplication.start(settings)).isNotNull();

    assertThat(output)
        .contains("APPLICATION FAILED TO START", "permission denied to create extension")
        .contains("let a superuser run CREATE EXTENSION pg_trgm")
        .doesNotContain("\tat ");
  }

  @Test
  void two_nodes_that_start_together_create_one_administrator_with_the_password_of_the_file(
      @TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("password"), Accounts.PASSWORD + "\n");
    var settings =
        OwnApplication.settings(
            services,
            services.createDatabase("start_two"),
            OwnApplication.firstAdmin()[0],
            "calllog.first-admin.password-file=" + file);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var firstStart = threads.submit(() -> OwnApplication.start(settings));
      var secondStart = threads.submit(() -> OwnApplication.start(settings));
      try (var one = firstStart.get();
          var other = secondStart.get()) {
        assertThat(onlyOfficer(one)).isEqualTo("Administrator");
        Account manager = new Accounts(one.api()).manager("EMEA");
        other.api().as(manager.token()).get("/api/auth/profile").expect(200);
      }
    }
  }

  @Test
  void commands_create_an_administrator_and_a_key_and_set_the_zone_of_the_figures(
      CapturedOutput output, @TempDir Path directory) throws IOException {
    String database = services.createDatabase("start_commands");
    Path file = Files.writeString(directory.resolve("password"), Accounts.PASSWORD + "\n");
    String option = "--password-file=" + file;
    String email = "root@calllog.example";

    assertThat(command(database, "create-admin", email, option)).isZero();
    assertThat(command(database, "create-admin", email, option)).isOne();
    assertThat(output).contains(email + " can sign in as an administrator");
    assertThat(output).doesNotContain(Accounts.PASSWORD);

    assertThat(command(database, "create-key", "PBX", "--scopes=calls:read", "--region=")).isZero();
    assertThat(command(database, "create-key", "PBX", "--scopes=calls:read", "--region=none"))
        .isOne();
    String key =
        output.getOut().lines().filter(line -> line.startsWith("clk_")).findFirst().orElseThrow();

    var inLondon =
        OwnApplication.settings(services, database, "calllog.reporting.time-zone=Europe/London");
    assertThatThrownBy(() -> OwnApplication.start(inLondon)).isInstanceOf(StartUpFailure.class);
    assertThat(output)
        .contains("is Europe/London, but the figures in the database use UTC")
        .contains("java -jar calllog.jar set-time-zone Europe/London");
    assertThat(command(database, "set-time-zone", "Europe/London")).isZero();

    try (var application = OwnApplication.start(inLondon)) {
      var accounts = new Accounts(application.api());
      assertThat(accounts.signIn(email, Accounts.PASSWORD).role()).isEqualTo("ADMIN");
      application.api().as(key).get("/api/calls").expect(200);
    }
  }

  private int command(String database, String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    OwnApplication.settings(services, database).forEach(setting -> arguments.add("--" + setting));
    return new Commands(CommandConfiguration.class, System.out)
        .run(arguments.toArray(String[]::new));
  }

  private static String onlyOfficer(OwnApplication application) {
    var officers = new Accounts(application.api()).admin().api().get("/api/officers").expect(200);
    assertThat(officers.at("/items").size()).isEqualTo(1);
    return officers.text("/items/0/name");
  }
}
