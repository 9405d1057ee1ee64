package io.calllog.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The directory in which the local services keep their data, executables, logs and secrets. Only
 * the owner can read what is created here.
 *
 * @param path absolute, without symbolic links
 */
record LocalDirectory(Path path) {

  private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** 384 bits, which is enough for every HMAC that signs tokens. */
  private static final int SECRET_BYTES = 48;

  private static final int LOG_TAIL_LINES = 15;

  private static final String CHOOSE_ANOTHER =
      "set calllog.local.directory (CALLLOG_LOCAL_DIRECTORY=<path>).";

  /**
   * Creates the directory unless it exists.
   *
   * @throws LocalServicesException if it cannot be created
   */
  static LocalDirectory create(Path requested) {
    Path path = requested.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path, OWNER_ONLY_DIRECTORY);
      return new LocalDirectory(path.toRealPath());
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** The server processes of this directory run executables from here. */
  Path executables() {
    return path.resolve("binaries");
  }

  Path postgresData() {
    return path.resolve("postgres");
  }

  /** Exists until the first start has completed. */
  Path postgresUnfinished() {
    return path.resolve("postgres-unfinished");
  }

  Path redisData() {
    return path.resolve("redis");
  }

  Path postgresLog() {
    return path.resolve("postgres.log");
  }

  Path redisLog() {
    return path.resolve("redis.log");
  }

  /** The file of a secret; {@link #secret} creates it. */
  Path secretFile(String name) {
    return path.resolve(name);
  }

  /**
   * Reserves the directory for this process. The operating system releases the lock when the
   * process ends, however it ends.
   *
   * @return the lock; close it when no server of this process uses the directory
   * @throws LocalServicesException if another process holds the lock
   */
  FileChannel lock() {
    Path file = path.resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new LocalServicesException(
            "The local services in %s are in use by another run (process %s)."
                .formatted(path, Files.readString(file)),
            "Stop that run, or give this one its own data: " + CHOOSE_ANOTHER,
            null);
      }
      channel.truncate(0);
      // Not with another channel: closing that one would release the lock.
      channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
      return channel;
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /**
   * A random secret in base64url, created on first use and kept in {@link #secretFile}.
   *
   * @throws LocalServicesException if the file cannot be read or written
   */
  String secret(String name) {
    Path file = secretFile(name);
    try {
      if (Files.notExists(file)) {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        // A crash leaves the complete file or none. Temporary files are readable by the owner only.
        Path complete = Files.createTempFile(path, name, ".new");
        Files.writeString(complete, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Creates a directory that only the owner can enter, unless it exists. */
  static void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
  }

  /** Creates an empty file that only the owner can read, in place of an existing one. */
  static void createFile(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, OWNER_ONLY_FILE);
  }

  /** The last lines of a log. */
  static String tail(Path log) {
    try {
      // A server can write bytes that are not UTF-8.
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  private static LocalServicesException unusable(Path path, IOException cause) {
    return new LocalServicesException(
        "The local services cannot use the directory %s: %s.".formatted(path, cause),
        "Run as the owner of the directory and make sure that it is writable and has free space,"
            + " or choose another one: "
            + CHOOSE_ANOTHER,
        cause);
  }
}
