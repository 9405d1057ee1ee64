package io.calllog.bootstrap.command;

import io.calllog.domain.shared.InvalidInput;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** The options of a command. Environment variables, such as {@code USER}, are not options. */
final class CommandOptions {

  private final @Nullable EnumerablePropertySource<?> options;

  /**
   * Reads the options.
   *
   * @param names the names of all options of the command
   * @throws InvalidInput if there is another option. Names with a dot are settings of the
   *     application
   */
  CommandOptions(ApplicationContext application, Set<String> names) {
    var sources = ((ConfigurableEnvironment) application.getEnvironment()).getPropertySources();
    options =
        (EnumerablePropertySource<?>)
            sources.get(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME);
    for (String name : options == null ? new String[0] : options.getPropertyNames()) {
      if (!name.contains(".") && !names.contains(name)) {
        throw new InvalidInput("--" + name, "unknown", "is not an option of this command");
      }
    }
  }

  /** Returns whether the option is there. */
  boolean has(String name) {
    return options != null && options.containsProperty(name);
  }

  /** Returns the value of an option; null if it is missing. */
  @Nullable String value(String name) {
    Object value = options == null ? null : options.getProperty(name);
    return value == null ? null : value.toString();
  }

  /** Returns the value of an option; null if it is missing or empty. */
  @Nullable String text(String name) {
    String value = value(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
