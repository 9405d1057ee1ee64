package io.calllog.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in a file, which a test can fill. */
final class SmallDisk implements AutoCloseable {

  private final Path mounted;

  private SmallDisk(Path mounted) {
    this.mounted = mounted;
  }

  static SmallDisk create(Path directory, int gigabytes) throws IOException {
    Path image = directory.resolve("disk.img");
    try (var file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength((long) gigabytes << 30);
    }
    Path mounted = Files.createDirectories(directory.resolve("disk"));
    Commands.run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
    Commands.run("mount", "-o", "loop", image.toString(), mounted.toString());
    return new SmallDisk(mounted);
  }

  Path path() {
    return mounted;
  }

  /** Writes a file until no byte is left. */
  void fill() throws IOException {
    for (int size = 1 << 20; size >= 1; size >>= 10) {
      try (OutputStream file = Files.newOutputStream(mounted.resolve("filler-" + size))) {
        byte[] zeros = new byte[size];
        while (true) {
          file.write(zeros);
        }
      } catch (IOException e) {
        if (!String.valueOf(e.getMessage()).contains("No space left")) {
          throw e;
        }
      }
    }
  }

  /** Deletes what {@link #fill} has written. */
  void free() throws IOException {
    try (var fillers = Files.newDirectoryStream(mounted, "filler-*")) {
      for (Path filler : fillers) {
        Files.delete(filler);
      }
    }
  }

  @Override
  public void close() {
    Commands.run("umount", "--lazy", mounted.toString());
  }
}
