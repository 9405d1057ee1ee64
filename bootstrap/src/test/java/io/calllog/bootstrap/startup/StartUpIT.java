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

/** The first start on an empty database, as production has it. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpIT {

  private final Services services = Services.running();

  @Test
  void stops_when_nobody_could_run_the_system(CapturedOutput output) {
    var settings = OwnApplication.settings(services, services.createDatabase("start_nobody"));
    assertThatThrownBy(() -> OwnApplication.start(settings)).isInstanceOf(StartUpFailure.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("The system has no administrator", "calllog.first-admin.email");
  }

  @Test
  void makes_the_first_administrator_once() {
    String database = services.createDatabase("start_once");
    var first = OwnApplication.settings(services, database, OwnApplication.firstAdmin());
    try (var application = OwnApplication.start(first)) {
      assertThat(onlyOfficer(application)).isEqualTo("Administrator");
    }
    try (var again = OwnApplication.start(OwnApplication.settings(services, database))) {
      assertThat(onlyOfficer(again)).isEqualTo("Administrator");
    }
  }

  @Test
  void stops_in_another_zone_than_the_figures_are_kept_for(CapturedOutput output) {
    String database = services.createDatabase("start_zone");
    var first = OwnApplication.settings(services, database, OwnApplication.firstAdmin());
    OwnApplication.start(first).close();
    var other =
        OwnApplication.settings(services, database, "calllog.reporting.time-zone=Europe/London");

    assertThatThrownBy(() -> OwnApplication.start(other)).isInstanceOf(StartUpFailure.class);
    assertThat(output)
        .contains("is Europe/London, but the figures are kept for days in UTC")
        .contains("java -jar calllog.jar set-time-zone Europe/London");

    assertThat(command(database, "set-time-zone", "Europe/London")).isZero();
    OwnApplication.start(other).close();
    assertThat(command(database, "set-time-zone", "+01:00")).isOne();
    assertThat(command(database, "set-time-zone")).isEqualTo(2);
    assertThat(command(database, "set-clock", "UTC")).isEqualTo(2);
    OwnApplication.start(other).close();
  }

  @Test
  void refuses_an_offset_as_a_zone(CapturedOutput output) {
    var settings =
        OwnApplication.settings(
            services,
            services.createDatabase("start_offset"),
            "calllog.reporting.time-zone=+01:00");
    assertThatThrownBy(() -> OwnApplication.start(settings)).isNotNull();
    assertThat(output).contains("calllog.reporting.time-zone must be a time zone of the IANA");
  }

  @Test
  void starts_with_an_administrator_made_by_the_command(
      CapturedOutput output, @TempDir Path directory) throws IOException {
    String database = services.createDatabase("create_admin");
    Path file = Files.writeString(directory.resolve("password"), Accounts.PASSWORD + "\n");
    String option = "--password-file=" + file;

    assertThat(command(database, "create-admin")).isEqualTo(2);
    assertThat(command(database, "create-admin", "root@calllog.example")).as("no terminal").isOne();
    assertThat(command(database, "create-admin", "root", option)).isOne();
    assertThat(command(database, "create-admin", "root@calllog.example", option + ".no")).isOne();
    assertThat(command(database, "create-admin", "root@calllog.example", option)).isZero();
    assertThat(command(database, "create-admin", "root@calllog.example", option)).isOne();
    assertThat(command(database, "create-admin", "second@calllog.example", option)).isZero();

    assertThat(output).contains("second@calllog.example can sign in as an administrator");
    assertThat(output).doesNotContain(Accounts.PASSWORD);
    try (var application = OwnApplication.start(OwnApplication.settings(services, database))) {
      var accounts = new Accounts(application.api());
      assertThat(accounts.signIn("root@calllog.example", Accounts.PASSWORD).role())
          .isEqualTo("ADMIN");
    }
  }

  private int command(String database, String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    OwnApplication.settings(services, database).forEach(setting -> arguments.add("--" + setting));
    return new Commands(CommandConfiguration.class, System.out)
        .run(arguments.toArray(String[]::new));
  }

  @Test
  void takes_the_password_from_a_file(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("password"), Accounts.PASSWORD + "\n");
    var settings =
        OwnApplication.settings(
            services,
            services.createDatabase("start_file"),
            OwnApplication.firstAdmin()[0],
            "calllog.first-admin.password-file=" + file);
    try (var application = OwnApplication.start(settings)) {
      assertThat(onlyOfficer(application)).isEqualTo("Administrator");
    }
  }

  @Test
  void two_nodes_that_start_together_make_one_system() throws Exception {
    var settings =
        OwnApplication.settings(
            services, services.createDatabase("start_two"), OwnApplication.firstAdmin());
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

  private static String onlyOfficer(OwnApplication application) {
    var officers = new Accounts(application.api()).admin().api().get("/api/officers").expect(200);
    assertThat(officers.at("/items").size()).isEqualTo(1);
    return officers.text("/items/0/name");
  }
}
