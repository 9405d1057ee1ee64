package io.calllog.bootstrap.command;

import io.calllog.application.auth.port.in.CreateAdmin;
import io.calllog.bootstrap.PasswordFile;
import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Failure;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * {@code create-admin ada@example.com} creates an administrator. The password is read from the
 * terminal or from a file, because other users of the machine can see arguments.
 */
final class CreateAdministrator implements Command {

  private static final String PASSWORD_FILE = "password-file";

  private final PrintStream out;

  CreateAdministrator(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "create-admin";
  }

  @Override
  public List<String> arguments() {
    return List.of("<e-mail>");
  }

  @Override
  public String options() {
    return "[--" + PASSWORD_FILE + "=<file>]";
  }

  @Override
  public boolean run(List<String> arguments, ApplicationContext application) {
    try {
      var email = new EmailAddress(arguments.getFirst());
      String file = application.getEnvironment().getProperty(PASSWORD_FILE);
      String password = file == null ? ask() : contentOf(file);
      if (password == null) {
        return false;
      }
      application
          .getBean(CreateAdmin.class)
          .create(new CreateAdmin.Command(email, new Password(password)));
      out.printf("Done: %s can sign in as an administrator.%n", email.value());
      return true;
    } catch (Failure e) {
      out.printf("Nothing was changed: %s%n", e.detail());
      return false;
    }
  }

  private @Nullable String ask() {
    Console console =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);
    if (console == null) {
      out.printf("There is no terminal to ask for the password. Use --%s.%n", PASSWORD_FILE);
      return null;
    }
    char[] first = console.readPassword("Password: ");
    char[] again = console.readPassword("Repeat the password: ");
    if (first == null || !Arrays.equals(first, again)) {
      out.println("Nothing was changed: the passwords differ.");
      return null;
    }
    return new String(first);
  }

  private @Nullable String contentOf(String file) {
    try {
      return PasswordFile.read(Path.of(file));
    } catch (IOException | RuntimeException _) {
      out.printf("Nothing was changed: the file of --%s cannot be read.%n", PASSWORD_FILE);
      return null;
    }
  }
}
