package io.calllog.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Where the local services keep their data, binaries, logs and secrets. It serves the user who made
 * it and nobody else, because PostgreSQL refuses files of another user.
 *
 * @param path absolute, without symbolic links
 */
record LocalDirectory(Path path) {

  /** How somebody has another directory used, as the end of a sentence. */
  static final String HOW_TO_CHOOSE =
      "set calllog.local.directory (CALLLOG_LOCAL_DIRECTORY=<path>).";

  /**
   * Makes the directory unless it exists.
   *
   * @throws LocalServicesException if it belongs to another user or cannot be written
   */
  static LocalDirectory prepare(Path requested) {
    Path path = requested.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(path)) {
        Path parent = path.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectories(path, OwnerOnly.newDirectory(path));
      }
      requireOwnDirectory(path);
      return new LocalDirectory(path.toRealPath());
    } catch (AccessDeniedException e) {
      throw foreign(path, e);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  Path lockFile() {
    return path.resolve("lock");
  }

  /** Where the servers' executables are, which tells our processes from those of others. */
  Path binaries() {
    return path.resolve("binaries");
  }

  Path postgresData() {
    return path.resolve("postgres");
  }

  /** Exists while the first start has not made everything: what is there then is thrown away. */
  Path postgresUnfinished() {
    return path.resolve("postgres-unfinished");
  }

  Path redisData() {
    return path.resolve("redis");
  }

  ServerLog postgresLog() {
    return new ServerLog(path.resolve("postgres.log"));
  }

  ServerLog redisLog() {
    return new ServerLog(path.resolve("redis.log"));
  }

  /** A file with a secret; {@link #secret} makes it. */
  Path secretFile(String name) {
    return path.resolve(name);
  }

  /** A random secret that stays the same as long as the directory does. */
  String secret(String name) {
    try {
      return Secret.keptIn(secretFile(name));
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** A directory inside that only the owner can enter, made unless it exists. */
  static Path ownerOnly(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      OwnerOnly.tighten(directory);
      return directory;
    }
    return Files.createDirectory(directory, OwnerOnly.newDirectory(directory));
  }

  /**
   * A file made here shows who this process is to the file system, which the name of the user does
   * not: containers run users without a name, and network drives rename them.
   */
  private static void requireOwnDirectory(Path path) throws IOException {
    Path probe = Files.createTempFile(path, "owner", null);
    UserPrincipal self = Files.getOwner(probe);
    Files.delete(probe);
    if (!Files.getOwner(path).equals(self)) {
      throw foreign(path, null);
    }
  }

  private static LocalServicesException foreign(Path path, @Nullable IOException cause) {
    return new LocalServicesException(
        "The local services keep their data in %s, which belongs to %s; this run is of user %s."
            .formatted(path, ownerOf(path), System.getProperty("user.name")),
        "Run as the directory's owner, or delete the directory (and the data in it), or choose"
            + " another one: "
            + HOW_TO_CHOOSE,
        cause);
  }

  /** Of the directory or, where it could not be made, of the one that stands in the way. */
  private static String ownerOf(Path path) {
    try {
      Path existing = path;
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      return "user " + Files.getOwner(existing).getName();
    } catch (IOException e) {
      return "another user";
    }
  }

  static LocalServicesException unusable(Path path, IOException cause) {
    return new LocalServicesException(
        "The local services cannot use the directory %s: %s.".formatted(path, cause),
        "Make it a directory this user can write to, with free space, or choose another one: "
            + HOW_TO_CHOOSE,
        cause);
  }
}
