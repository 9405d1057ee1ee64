package io.calllog.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calllog.api.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Commands of Linux. */
final class Commands {

  private Commands() {}

  /**
   * Fails unless all commands that the faults need are installed and the user is root.
   *
   * @throws IllegalStateException with what to install
   */
  static void require(String... commands) {
    List<String> missing = Stream.of(commands).filter(command -> !isInstalled(command)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Missing: %s. On Debian: apt-get install nginx-light faketime iptables e2fsprogs"
              .formatted(missing));
    }
    if (!run("id", "-u").strip().equals("0")) {
      throw new IllegalStateException(
          "Only root can mount a small disk and drop packets: run mvn verify -Pfaults as root.");
    }
  }

  /**
   * Runs a command and returns what it prints.
   *
   * @throws IllegalStateException if it fails
   */
  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a signal, such as {@code KILL}, to a process and all its descendants. */
  static void signal(String name, ProcessHandle process) {
    // The parent first, so that it does not replace its children.
    Processes.signal(name, Stream.concat(Stream.of(process), process.descendants()).toList());
    if (name.equals("KILL")) {
      process.onExit().join();
    }
  }

  private static boolean isInstalled(String command) {
    return Stream.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
  }
}
