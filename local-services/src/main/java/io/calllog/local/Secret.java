package io.calllog.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A random secret, made the first time it is asked for and kept in a file only its owner reads. */
final class Secret {

  /** 384 bits: enough for every HMAC that signs a token here. */
  private static final int BYTES = 48;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /**
   * The secret in {@code file}, in base64url without padding. The file's own lock makes two
   * processes that ask for the first time agree on one; a file left empty by a crash counts as
   * absent.
   */
  static synchronized String keptIn(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            OwnerOnly.newFile(file))) {
      channel.lock();
      OwnerOnly.tighten(file);
      if (channel.size() == 0) {
        write(channel, random());
      }
      return read(channel);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(FileChannel channel, String secret) throws IOException {
    ByteBuffer buffer = StandardCharsets.US_ASCII.encode(secret);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    channel.position(0);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // Reads on until the buffer is full or the file has ended.
    }
    return StandardCharsets.US_ASCII.decode(buffer.flip()).toString().strip();
  }
}
