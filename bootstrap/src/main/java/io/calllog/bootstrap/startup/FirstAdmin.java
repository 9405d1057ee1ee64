package io.calllog.bootstrap.startup;

import io.calllog.application.auth.port.in.InstallFirstAdmin;
import io.calllog.application.auth.port.in.InstallFirstAdmin.Command;
import io.calllog.bootstrap.PasswordFile;
import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Creates the first administrator before the application accepts requests, unless there is one.
 * Runs after all beans are created, because one of them can load the demo organisation.
 */
final class FirstAdmin implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
  private static final String EMAIL = FirstAdminSettings.PREFIX + ".email";
  private static final String PASSWORD = FirstAdminSettings.PREFIX + ".password";
  private static final String PASSWORD_FILE = FirstAdminSettings.PREFIX + ".password-file";

  /** Each attempt waits for as long as {@code lock_timeout} allows: half a minute in all. */
  private static final int MAX_ATTEMPTS = 20;

  private final InstallFirstAdmin install;
  private final FirstAdminSettings settings;

  FirstAdmin(InstallFirstAdmin install, FirstAdminSettings settings) {
    this.install = install;
    this.settings = settings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    requireConsistent();
    // Without a command first, so that later starts do not need the password file.
    if (!isInstalled(null)) {
      install(settings.email());
    }
  }

  private void requireConsistent() {
    boolean password = settings.password() != null;
    boolean file = settings.passwordFile() != null;
    if (password && file) {
      throw new StartUpFailure(
          "Both %s and %s are set.".formatted(PASSWORD, PASSWORD_FILE), "Set one of them.");
    }
    if (settings.email() != null && !password && !file) {
      throw new StartUpFailure(
          "%s is set, but the password is missing.".formatted(EMAIL),
          "Set %s or %s too.".formatted(PASSWORD, PASSWORD_FILE));
    }
    if (settings.email() == null && (password || file)) {
      throw new StartUpFailure(
          "The password of the first administrator is set, but the e-mail address is missing.",
          "Set %s too.".formatted(EMAIL));
    }
  }

  private void install(@Nullable String email) {
    if (email == null) {
      throw new StartUpFailure(
          "There is no active administrator, and the settings of the first one are missing.",
          "Set %s, and %s or %s. The account is created at the next start."
              .formatted(EMAIL, PASSWORD, PASSWORD_FILE));
    }
    try {
      isInstalled(new Command(new EmailAddress(email), new Password(password())));
      LOG.info("The first administrator can sign in as {}.", email);
    } catch (InvalidInput e) {
      throw new StartUpFailure(explained(e), "Correct the setting and start again.");
    } catch (Conflict e) {
      throw new StartUpFailure(
          "%s is the address of an account that is not an active administrator.".formatted(EMAIL),
          "Set another address.");
    }
  }

  /** Waits while another node creates the administrator, which can take longer than a lock may. */
  private boolean isInstalled(@Nullable Command command) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        return install.install(command);
      } catch (Conflict e) {
        if (!e.code().equals(Conflict.lostRace().code())) {
          throw e;
        }
      }
    }
    throw new StartUpFailure(
        "Another session of PostgreSQL holds the lock of the administrators.",
        "End its transaction and start again.");
  }

  private String password() {
    String password = settings.password();
    return password == null ? contentOf(settings.passwordFile()) : password;
  }

  private static String contentOf(@Nullable Path file) {
    try {
      return PasswordFile.read(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new StartUpFailure(
          "%s names a file that cannot be read as text: %s.".formatted(PASSWORD_FILE, file),
          "Check that the file exists, is in UTF-8, and can be read by this user.");
    }
  }

  /** Names the invalid property and the rule, but not the value, which can be the password. */
  private String explained(InvalidInput invalid) {
    String passwordProperty = settings.password() == null ? PASSWORD_FILE : PASSWORD;
    return invalid.violations().stream()
        .map(v -> (v.field().equals("email") ? EMAIL : passwordProperty) + " " + v.message() + ".")
        .collect(Collectors.joining(" "));
  }
}
