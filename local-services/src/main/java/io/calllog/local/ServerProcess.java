package io.calllog.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The process of a server, found by its pid file. The number in the file may belong to another
 * process by now, so the process must also run one of the unpacked executables.
 *
 * @param executables the directory of the unpacked executables
 */
record ServerProcess(ProcessHandle handle, Path executables) {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** The server of a pid file, if it runs. */
  static Optional<ServerProcess> find(Path pidFile, Path executables) {
    return pidIn(pidFile)
        .flatMap(ProcessHandle::of)
        .map(handle -> new ServerProcess(handle, executables))
        .filter(ServerProcess::isRunning);
  }

  /**
   * Ends the server that a killed run has left behind, and deletes its pid file. The file is
   * deleted in any case: PostgreSQL does not start while the number in it is that of any process.
   */
  static void endLeftover(Path pidFile, Path executables) {
    find(pidFile, executables).ifPresent(ServerProcess::end);
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the server to end and waits. Kills it, with its child processes, if it does not end. */
  void end() {
    List<ServerProcess> children =
        handle.descendants().map(child -> new ServerProcess(child, executables)).toList();
    handle.destroy();
    if (!isGone()) {
      handle.destroyForcibly();
      children.forEach(child -> child.handle.destroyForcibly());
      isGone();
    }
    children.forEach(ServerProcess::isGone);
  }

  /**
   * Whether the server runs. In a container without an init process, a process that has ended
   * remains in the process table, without a command.
   */
  boolean isRunning() {
    return handle.isAlive()
        && handle
            .info()
            .command()
            .filter(name -> Path.of(name).startsWith(executables))
            .isPresent();
  }

  private boolean isGone() {
    return await(() -> !isRunning(), STOP_LIMIT);
  }

  /** Whether the condition becomes true in time. An interrupt ends the wait. */
  static boolean await(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return true;
  }

  private static Optional<Long> pidIn(Path pidFile) {
    try {
      String content = Files.readString(pidFile, StandardCharsets.ISO_8859_1);
      return content.lines().findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // No server, or a server that was killed while it wrote the file.
    }
  }
}
