package io.calllog.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** One directory for several tests: the executables, which take seconds to unpack, stay. */
final class SharedDirectory {

  private SharedDirectory() {}

  static void forgetAllButTheExecutables(LocalDirectory directory) throws IOException {
    try (var entries = Files.newDirectoryStream(directory.path())) {
      for (Path entry : entries) {
        if (!entry.equals(directory.binaries())) {
          FileSystemUtils.deleteRecursively(entry);
        }
      }
    }
  }
}
