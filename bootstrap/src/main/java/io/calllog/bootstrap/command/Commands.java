package io.calllog.bootstrap.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;

/**
 * Commands for operators: {@code java -jar calllog.jar <command> …} runs one instead of starting a
 * node. A command needs only the settings of the database.
 */
public final class Commands {

  /**
   * Takes precedence over all other settings. The driver waits for a statement without a limit, and
   * the watch waits a minute (in milliseconds) for PostgreSQL, which may be slow during a command.
   * A command that takes long lifts the limits of PostgreSQL in its transaction, because PgBouncer
   * does not accept {@code options}.
   */
  private static final Map<String, Object> PATIENCE =
      Map.of(
          "spring.datasource.hikari.data-source-properties.socketTimeout", "0",
          "calllog.pools.system.validation-timeout", "60000");

  private final Class<?> application;
  private final PrintStream out;
  private final List<Command> commands;

  /**
   * Creates the commands of an application.
   *
   * @param application the configuration class with the use cases
   * @param out for messages to the operator
   */
  public Commands(Class<?> application, PrintStream out) {
    this.application = application;
    this.out = out;
    this.commands =
        List.of(
            new CreateAdministrator(out),
            new CreateKeyCommand(out),
            new SetTimeZone(out),
            new ImportFromNode(out),
            new CompareNode(out));
  }

  /** Whether the arguments start with a command. */
  public static boolean isCommand(String[] arguments) {
    return arguments.length > 0 && !arguments[0].startsWith("-");
  }

  /**
   * Runs the command in the arguments.
   *
   * @return the exit code: 0 if it succeeded, 1 if it failed, 2 if there is no such command
   */
  public int run(String[] arguments) {
    List<String> words = Stream.of(arguments).takeWhile(word -> !word.startsWith("-")).toList();
    Optional<Command> known =
        commands.stream()
            .filter(command -> command.name().equals(words.getFirst()))
            .filter(command -> command.arguments().size() == words.size() - 1)
            .findAny();
    if (known.isEmpty()) {
      printUsage();
      return 2;
    }
    // Only the beans of the command are created, so that other settings are not required.
    try (var running =
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .properties(
                Map.of(
                    "logging.level.root", "warn",
                    "calllog.demo", "false",
                    "db-scheduler.enabled", "false",
                    "spring.datasource.hikari.minimum-idle", "1"))
            .initializers(context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("patience", PATIENCE)))
            .run(Arrays.copyOfRange(arguments, words.size(), arguments.length))) {
      return known.get().run(words.subList(1, words.size()), running) ? 0 : 1;
    }
  }

  private void printUsage() {
    out.println("Usage:");
    for (Command command : commands) {
      out.printf(
          "  java -jar calllog.jar %s %s %s%n",
          command.name(), String.join(" ", command.arguments()), command.options());
    }
  }
}
