package io.calllog.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a password in UTF-8. */
public final class PasswordFile {

  private PasswordFile() {}

  /**
   * Reads the password. A byte order mark at the start and a line break at the end, which editors
   * add, are not part of it.
   *
   * @throws IOException if the file cannot be read or is not UTF-8
   */
  public static String read(Path file) throws IOException {
    return Files.readString(file).replaceFirst("^\uFEFF", "").replaceFirst("\\R\\z", "");
  }
}
