package io.calllog.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another run of an application, in a JVM of its own with the class path of the tests. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final List<String> read = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static ChildJvm run(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // It ends before the second compiler pays off.
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads up to a line with this text. */
  void waitFor(String text) throws IOException {
    String line = output.readLine();
    while (line != null) {
      read.add(line);
      if (line.contains(text)) {
        return;
      }
      line = output.readLine();
    }
    throw new AssertionError("The child ended without printing " + text + ":\n" + output());
  }

  /** Reads until the process has ended, and returns everything that it has printed. */
  String outputToTheEnd() throws IOException, InterruptedException {
    output.lines().forEach(read::add);
    waitForEnd();
    return output();
  }

  /** Like {@code kill -9}: no shutdown hook runs. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    waitForEnd();
  }

  /** Like Ctrl-C or {@code kill}. */
  void terminate() {
    process.toHandle().destroy(); // Unlike Process.destroy, it leaves the output open.
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void waitForEnd() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("The child still runs:\n" + output());
    }
  }

  private String output() {
    return String.join("\n", read);
  }
}
