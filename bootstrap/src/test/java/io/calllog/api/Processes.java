package io.calllog.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Processes that a test starts beside its own JVM. */
public final class Processes {

  private Processes() {}

  /**
   * A node that runs a jar of the application, with only the settings of the test.
   *
   * @param directory its working directory
   * @param options of the JVM
   * @param settings as for {@link OwnApplication#start}; the ports are free ones by default
   */
  public static ProcessBuilder node(
      Path directory, List<String> options, Path jar, List<String> settings) {
    List<String> withPorts = new ArrayList<>(settings);
    Collections.addAll(withPorts, "server.port=0", "management.server.port=0");
    List<String> arguments = new ArrayList<>(options);
    Collections.addAll(arguments, "-jar", jar.toString());
    arguments.addAll(OwnApplication.arguments(withPorts));
    return java(directory, arguments);
  }

  /** A JVM, of the Java of this one unless {@code calllog.java.home} names another one. */
  public static ProcessBuilder java(Path directory, List<String> arguments) {
    String home = System.getProperty("calllog.java.home", System.getProperty("java.home"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(home, "bin", "java").toString());
    command.addAll(arguments);
    return withoutSettings(
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true));
  }

  /** Removes the settings of the application from the environment of a process. */
  public static ProcessBuilder withoutSettings(ProcessBuilder process) {
    process
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(SPRING|CALLLOG|SERVER|MANAGEMENT)_.*"));
    return process;
  }

  /**
   * A port of 127.0.0.1 that no server uses. The system gives it to no outgoing connection, so a
   * server that is started again gets it again.
   */
  public static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException _) {
        // in use: try another port
      }
    }
  }

  /** Sends a signal, such as {@code STOP}, to processes, except those that have ended. */
  public static void signal(String name, List<ProcessHandle> processes) {
    if (processes.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> command.add(String.valueOf(process.pid())));
    try {
      // The command fails if a process has ended meanwhile, which does not matter.
      new ProcessBuilder(command).redirectError(Redirect.DISCARD).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
