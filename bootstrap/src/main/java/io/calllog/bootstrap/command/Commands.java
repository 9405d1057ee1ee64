package io.calllog.bootstrap.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Work that an operator has the jar do instead of starting a node: {@code java -jar calllog.jar
 * <command> …}. Needs the settings of the database and nothing else.
 */
public final class Commands {

  private final Class<?> application;
  private final PrintStream out;

  /**
   * Commands on the use cases of an application.
   *
   * @param application the configuration that makes the use cases
   * @param out is told what happens
   */
  public Commands(Class<?> application, PrintStream out) {
    this.application = application;
    this.out = out;
  }

  /** Whether these arguments are a command rather than settings of a node. */
  public static boolean isOne(String[] arguments) {
    return arguments.length > 0 && !arguments[0].startsWith("-");
  }

  /**
   * Does what the arguments say.
   *
   * @return the exit code: 0 when it was done, 1 when it failed, 2 when there is no such command
   */
  public int run(String[] arguments) {
    if (!arguments[0].equals(SetTimeZone.NAME)
        || arguments.length < 2
        || arguments[1].startsWith("-")) {
      out.println("Usage: java -jar calllog.jar set-time-zone <zone of the IANA database>");
      return 2;
    }
    String[] settings = Arrays.copyOfRange(arguments, 2, arguments.length);
    // Only what the command asks for is made, so that no more needs to be configured.
    try (var context =
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .properties(Map.of("logging.level.root", "warn", "calllog.demo", "false"))
            .run(settings)) {
      return new SetTimeZone(out).run(arguments[1], context) ? 0 : 1;
    }
  }
}
