package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.application.auth.port.in.InstallFirstAdmin;
import io.calllog.application.auth.port.in.InstallFirstAdmin.Command;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Name;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {

  private static final String EMAIL = "ada@calllog.example";
  private static final String SECRET = "tall grass whispers";

  private final List<Command> installed = new ArrayList<>();
  private boolean present;

  @Test
  void is_created_when_there_is_no_administrator() {
    start(EMAIL, SECRET, null);
    assertThat(installed)
        .singleElement()
        .satisfies(command -> {
          assertThat(command.email().value()).isEqualTo(EMAIL);
          assertThat(command.password().value()).isEqualTo(SECRET);
        });
  }

  @Test
  void is_not_created_when_there_is_one() {
    present = true;
    start(EMAIL, SECRET, null);
    start(null, null, null);
    assertThat(installed).isEmpty();
  }

  @Test
  void is_required_when_there_is_none() {
    assertFailure(null, null, null)
        .hasMessageContaining("no active administrator")
        .extracting(failure -> ((StartUpFailure) failure).action())
        .asString()
        .contains("calllog.first-admin.email", "calllog.first-admin.password-file");
  }

  @Test
  void has_a_password_from_a_file_without_the_final_line_break(@TempDir Path directory)
      throws IOException {
    for (String lineEnd : List.of("", "\n", "\r\n")) {
      start(EMAIL, null, Files.writeString(directory.resolve("password"), SECRET + lineEnd));
    }
    start(EMAIL, null, Files.writeString(directory.resolve("password"), "\uFEFF" + SECRET + "\n"));
    assertThat(installed)
        .extracting(command -> command.password().value())
        .containsExactly(SECRET, SECRET, SECRET, SECRET);
  }

  @Test
  void does_not_need_the_password_file_when_there_is_one(@TempDir Path directory) {
    present = true;
    start(EMAIL, null, directory.resolve("gone"));
    assertThat(installed).isEmpty();
  }

  @Test
  void requires_a_readable_password_file(@TempDir Path directory) throws IOException {
    assertFailure(EMAIL, null, directory.resolve("gone"))
        .hasMessageContaining("calllog.first-admin.password-file")
        .hasMessageContaining("gone");
    Path latin1 = directory.resolve("latin1");
    Files.write(latin1, "pässwörd-pässwörd".getBytes(StandardCharsets.ISO_8859_1));
    assertFailure(EMAIL, null, latin1).hasMessageContaining("cannot be read as text");
  }

  @Test
  void requires_a_single_password(@TempDir Path directory) {
    present = true;
    assertFailure(EMAIL, SECRET, directory.resolve("password"))
        .hasMessageContaining("calllog.first-admin.password")
        .hasMessageContaining("calllog.first-admin.password-file");
  }

  @Test
  void requires_an_address_and_a_password() {
    assertFailure(EMAIL, null, null).hasMessageContaining("the password is missing");
    assertFailure(EMAIL, " ", null).hasMessageContaining("the password is missing");
    assertFailure(null, SECRET, null).hasMessageContaining("the e-mail address is missing");
  }

  @Test
  void failures_name_the_invalid_property_and_not_the_password() {
    assertFailure("nobody", SECRET, null)
        .hasMessage("calllog.first-admin.email must be an e-mail address.");
    assertFailure(EMAIL, "short", null)
        .hasMessageStartingWith("calllog.first-admin.password must have 12 to 72 bytes")
        .hasMessageNotContaining("short");
    assertFailure(EMAIL, EMAIL, null)
        .hasMessageStartingWith("calllog.first-admin.password must not be")
        .hasMessageNotContaining(EMAIL);
  }

  @Test
  void failures_report_an_address_of_another_account() {
    var admin =
        new FirstAdmin(
            command -> {
              if (command == null) {
                return false;
              }
              throw new Conflict("email-taken", "taken");
            },
            new FirstAdminSettings(EMAIL, SECRET, null));
    assertThatExceptionOfType(StartUpFailure.class)
        .isThrownBy(admin::afterSingletonsInstantiated)
        .withMessageContaining("calllog.first-admin.email is the address of an account");
  }

  @Test
  void is_waited_for_while_another_node_creates_it() {
    var failures = new AtomicInteger(3);
    var admin =
        new FirstAdmin(
            _ -> {
              if (failures.getAndDecrement() > 0) {
                throw Conflict.lostRace();
              }
              return true;
            },
            new FirstAdminSettings(EMAIL, SECRET, null));

    admin.afterSingletonsInstantiated();

    assertThat(failures).hasNegativeValue();
  }

  @Test
  void is_not_waited_for_without_end() {
    var admin =
        new FirstAdmin(
            _ -> {
              throw Conflict.lostRace();
            },
            new FirstAdminSettings(EMAIL, SECRET, null));

    assertThatExceptionOfType(StartUpFailure.class)
        .isThrownBy(admin::afterSingletonsInstantiated)
        .withMessageContaining("holds the lock");
  }

  @Test
  void settings_do_not_reveal_the_password() {
    assertThat(new FirstAdminSettings(EMAIL, SECRET, null).toString()).doesNotContain(SECRET);
  }

  private void start(@Nullable String email, @Nullable String password, @Nullable Path file) {
    new FirstAdmin(new Installing(), new FirstAdminSettings(email, password, file))
        .afterSingletonsInstantiated();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(
      @Nullable String email, @Nullable String password, @Nullable Path file) {
    return assertThatThrownBy(() -> start(email, password, file))
        .isInstanceOf(StartUpFailure.class);
  }

  private final class Installing implements InstallFirstAdmin {
    @Override
    public boolean install(@Nullable Command command) {
      if (present) {
        return true;
      }
      if (command == null) {
        return false;
      }
      command.password().requireDifferentFrom(new Name("Administrator"), command.email());
      installed.add(command);
      return true;
    }
  }
}
