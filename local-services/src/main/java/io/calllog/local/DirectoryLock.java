package io.calllog.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to run servers on a directory. The operating system gives it to one process at a time
 * and takes it back when that process is gone, however it went.
 */
final class DirectoryLock implements AutoCloseable {

  /** Behind the content, which thus stays readable where locks are mandatory (Windows). */
  private static final long LOCKED_BYTE = 1 << 20;

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws LocalServicesException if another process has it
   */
  static DirectoryLock take(LocalDirectory directory) {
    try {
      FileChannel channel =
          FileChannel.open(
              directory.lockFile(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        String holder = read(channel);
        channel.close();
        throw heldBy(holder, directory.path());
      }
      channel.truncate(0);
      channel.write(
          StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw LocalDirectory.unusable(directory.path(), e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // Held inside this JVM, by another class loader's copy of this class.
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    channel.read(buffer, 0);
    return StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
  }

  private static LocalServicesException heldBy(String pid, Path path) {
    return new LocalServicesException(
        "The local services in %s are in use by another run (process %s).".formatted(path, pid),
        "Stop that run, or give this one its own data: " + LocalDirectory.HOW_TO_CHOOSE,
        null);
  }

  /** Gives the right back; nothing of ours may run on the directory any more. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
