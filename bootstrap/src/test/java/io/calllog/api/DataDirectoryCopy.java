package io.calllog.api;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies the data directory of a PostgreSQL server that runs, for a base backup. */
final class DataDirectoryCopy extends SimpleFileVisitor<Path> {

  private static final Set<String> NOT_COPIED =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "standby.signal", "backup_label");

  /** Directories whose files are not copied. */
  private static final Set<String> COPIED_EMPTY =
      Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots");

  private final Path source;
  private final Path target;

  private DataDirectoryCopy(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Copies the files.
   *
   * @param target is created
   */
  static void of(Path source, Path target) throws IOException {
    Files.walkFileTree(source, new DataDirectoryCopy(source, target));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
      throws IOException {
    Files.copy(path, target.resolve(source.relativize(path)));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
    Path relative = source.relativize(path);
    if (!NOT_COPIED.contains(relative.toString())
        && !COPIED_EMPTY.contains(relative.getName(0).toString())) {
      Files.copy(path, target.resolve(relative));
    }
    return FileVisitResult.CONTINUE;
  }

  /** The server deletes files, such as temporary ones, while they are copied. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
