package io.calllog.bootstrap.command;

import io.calllog.application.migration.view.NodeConnection;
import io.calllog.bootstrap.PasswordFile;
import io.calllog.domain.shared.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The options of the commands that read the database of the Node backend. */
final class NodeOptions {

  /** The options for the connection, as the usage shows them. */
  static final String CONNECTION =
      "--url=jdbc:postgresql://<host>/<database> [--user=<user>] [--password-file=<file>]";

  private static final Set<String> OF_CONNECTION = Set.of("url", "user", "password-file");

  private final CommandOptions options;

  /**
   * Reads the options.
   *
   * @param others the names of the options besides those of the connection
   * @throws InvalidInput if there is another option
   */
  NodeOptions(ApplicationContext application, Set<String> others) {
    Set<String> names = new HashSet<>(OF_CONNECTION);
    names.addAll(others);
    options = new CommandOptions(application, names);
  }

  /**
   * Returns how to connect.
   *
   * @throws InvalidInput if the URL is missing, or the file of the password cannot be read
   */
  NodeConnection connection() {
    String url = text("url");
    if (url == null) {
      throw new InvalidInput("--url", "required", "is required");
    }
    return new NodeConnection(url, text("user"), password());
  }

  /** Returns whether the option is there. */
  boolean has(String name) {
    return options.has(name);
  }

  /** Returns the value of an option; null if it is missing or empty. */
  @Nullable String text(String name) {
    return options.text(name);
  }

  private @Nullable String password() {
    String file = text("password-file");
    try {
      return file == null ? null : PasswordFile.read(Path.of(file));
    } catch (IOException | RuntimeException _) {
      throw new InvalidInput("--password-file", "unreadable", "cannot be read");
    }
  }
}
