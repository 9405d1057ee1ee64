package io.calllog.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The directory of the services that tests start. Each test begins with it empty except for the
 * executables, which take seconds to unpack.
 */
final class SharedDirectory {

  private static final LocalDirectory PARENT =
      LocalDirectory.create(Path.of("target", "services of tests"));

  /** Held until this JVM ends, so that tests of another JVM fail with a message. */
  @SuppressWarnings("unused") // Only to hold the lock.
  private static final FileChannel LOCK = PARENT.lock();

  private SharedDirectory() {}

  /** Ends what earlier tests have left running, and deletes their data. */
  static LocalDirectory empty() throws IOException {
    LocalDirectory directory = LocalDirectory.create(PARENT.path().resolve("shared"));
    ServerProcess.endLeftover(LocalPostgres.pidFile(directory), directory.executables());
    ServerProcess.endLeftover(LocalRedis.pidFile(directory), directory.executables());
    try (var entries = Files.newDirectoryStream(directory.path())) {
      for (Path entry : entries) {
        if (!entry.equals(directory.executables())) {
          FileSystemUtils.deleteRecursively(entry);
        }
      }
    }
    return directory;
  }
}
