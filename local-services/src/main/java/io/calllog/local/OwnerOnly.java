package io.calllog.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Permissions that leave a file or directory to its owner. Where a file system knows no such
 * permissions (Windows), the rights of the user's own folders have to do.
 */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /** To be passed when a file is created, so that nobody can open it in between. */
  static FileAttribute<?>[] newFile(Path file) {
    return attributes(file, FILE);
  }

  /** To be passed when a directory is created. */
  static FileAttribute<?>[] newDirectory(Path directory) {
    return attributes(directory, DIRECTORY);
  }

  /** Takes away whatever others may do with a file or directory that exists. */
  static void tighten(Path path) throws IOException {
    if (hasPermissions(path)) {
      Files.setPosixFilePermissions(path, Files.isDirectory(path) ? DIRECTORY : FILE);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
