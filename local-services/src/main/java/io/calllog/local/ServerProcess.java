package io.calllog.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A running server of ours, found by its pid file. The number in the file is not believed alone: it
 * may be another process's by now, so the executable has to be one of ours too.
 */
final class ServerProcess {

  private static final Duration ENDS_BY_ITSELF = Duration.ofSeconds(10);

  private final ProcessHandle handle;
  private final Path binaries;

  private ServerProcess(ProcessHandle handle, Path binaries) {
    this.handle = handle;
    this.binaries = binaries;
  }

  /** The server whose pid file this is, if it runs. */
  static Optional<ServerProcess> of(Path pidFile, Path binaries) {
    return pidIn(pidFile)
        .flatMap(ProcessHandle::of)
        .map(handle -> new ServerProcess(handle, binaries))
        .filter(ServerProcess::isRunning);
  }

  /**
   * Ends the server a killed run has left behind and removes its pid file, or a pid file that is
   * not about a server of ours and would only stop the next one from starting.
   */
  static void endLeftover(Path pidFile, Path binaries) throws IOException {
    of(pidFile, binaries).ifPresent(ServerProcess::end);
    Files.deleteIfExists(pidFile);
  }

  /** Asks the server to end, waits, and kills it if it does not. */
  void end() {
    List<ServerProcess> family =
        Stream.concat(Stream.of(handle), handle.descendants())
            .map(member -> new ServerProcess(member, binaries))
            .toList();
    handle.destroy();
    if (!isGoneWithin(ENDS_BY_ITSELF)) {
      handle.destroyForcibly();
    }
    family.forEach(member -> member.isGoneWithin(ENDS_BY_ITSELF));
  }

  boolean isGoneWithin(Duration limit) {
    return Patience.waitUntil(() -> !isRunning(), limit);
  }

  /**
   * Whether it still does something. Being alive is not enough: where nobody collects orphans (a
   * container without an init process) the dead stay in the process table, without a command.
   */
  boolean isRunning() {
    return handle.isAlive()
        && handle
            .info()
            .command()
            .filter(command -> Path.of(command).startsWith(binaries))
            .isPresent();
  }

  long pid() {
    return handle.pid();
  }

  private static Optional<Long> pidIn(Path pidFile) {
    try {
      String content = Files.readString(pidFile, StandardCharsets.ISO_8859_1);
      return content.lines().findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // No server, or one that died while it wrote the file.
    }
  }
}
