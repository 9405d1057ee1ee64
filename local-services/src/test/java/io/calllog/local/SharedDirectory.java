package io.calllog.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The directory that tests start services in, one after another. Each finds it as on a first start,
 * but for the executables: they take seconds to unpack, and those of this JVM's first test stay.
 */
public final class SharedDirectory {

  private static final LocalDirectory PARENT =
      LocalDirectory.prepare(Path.of("target", "services of tests"));

  /** Kept as long as this JVM lives: another one's tests are told so. */
  @SuppressWarnings("unused") // To have it is its use.
  private static final DirectoryLock LOCK = DirectoryLock.take(PARENT);

  private static final Path PATH = PARENT.path().resolve("shared");

  static {
    try {
      endWhatStillRuns();
      FileSystemUtils.deleteRecursively(PATH);
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private SharedDirectory() {}

  /** Forgets what earlier tests left, and ends what they left running. */
  public static Path empty() throws IOException {
    endWhatStillRuns();
    LocalDirectory directory = LocalDirectory.prepare(PATH);
    try (var entries = Files.newDirectoryStream(directory.path())) {
      for (Path entry : entries) {
        if (!entry.equals(directory.binaries())) {
          FileSystemUtils.deleteRecursively(entry);
        }
      }
    }
    return directory.path();
  }

  private static void endWhatStillRuns() throws IOException {
    LocalDirectory directory = LocalDirectory.prepare(PATH);
    ServerProcess.endLeftover(LocalPostgres.pidFile(directory), directory.binaries());
    ServerProcess.endLeftover(LocalRedis.pidFile(directory), directory.binaries());
  }
}
