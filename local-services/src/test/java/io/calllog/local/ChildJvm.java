package io.calllog.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another run of the application: a JVM of its own with the class path of the tests. */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final List<String> read = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  public static ChildJvm run(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it is over before the second compiler pays
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads on to a line with this text. */
  public void waitFor(String text) throws IOException {
    String line = output.readLine();
    while (line != null) {
      read.add(line);
      if (line.contains(text)) {
        return;
      }
      line = output.readLine();
    }
    throw new AssertionError("The child ended without saying " + text + ":\n" + output());
  }

  /** Everything it said up to its end or the last line waited for. */
  public String output() {
    return String.join("\n", read);
  }

  /** All that is still to come; returns when the process has ended. */
  public String outputToTheEnd() throws IOException {
    output.lines().forEach(read::add);
    return output();
  }

  /** What {@code kill -9} or a power cut does: no shutdown hook runs. */
  public void die() throws InterruptedException {
    process.toHandle().destroyForcibly();
    waitForEnd();
  }

  /** What Ctrl-C or {@code kill} does. */
  public void terminate() {
    process.toHandle().destroy(); // Unlike Process.destroy it leaves the output open.
  }

  public void waitForEnd() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("The child is still there:\n" + output());
    }
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
