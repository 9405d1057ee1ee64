package io.calllog.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server writes while it runs; each start begins it anew.
 *
 * @param file where it is
 */
record ServerLog(Path file) {

  private static final int TAIL_LINES = 15;

  void clear() throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, OwnerOnly.newFile(file));
  }

  ProcessBuilder.Redirect append() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  /** The last lines, to be shown when a server did not start. */
  String tail() {
    try {
      // The bytes of a server's own messages may be in any encoding.
      List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
