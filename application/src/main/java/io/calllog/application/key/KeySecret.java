package io.calllog.application.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.calllog.application.shared.Sha256;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The text of a key: {@code clk_}, 256 random bits as 43 characters of base64url (RFC 4648), and
 * the CRC-32 of all that, in network byte order, as 6 characters of base64url. A mistyped or
 * made-up key is recognised by its checksum.
 */
public record KeySecret(String value) {

  /** What every key starts with. */
  public static final String START = "clk_";

  /** How many characters of a key are stored, so that people recognise it. */
  private static final int PREFIX = 8;

  private static final int CHECKED = START.length() + 43;
  private static final int LENGTH = CHECKED + 6;

  /** Makes a key of random bits, given as 43 characters of base64url. */
  public static KeySecret of(String random) {
    String checked = START + random;
    return new KeySecret(checked + checksum(checked));
  }

  /** Reads a key; empty if the text has another start or length, or the checksum is wrong. */
  public static Optional<KeySecret> parse(String text) {
    return text.length() == LENGTH
            && text.startsWith(START)
            && text.substring(CHECKED).equals(checksum(text.substring(0, CHECKED)))
        ? Optional.of(new KeySecret(text))
        : Optional.empty();
  }

  /**
   * Returns the SHA-256 hash to store, as 64 hexadecimal digits. 256 random bits cannot be guessed,
   * so no salt or slow hash is needed.
   */
  public String hash() {
    return Sha256.hex(value);
  }

  /** Returns the first characters, by which people recognise the key. */
  public String prefix() {
    return value.substring(0, PREFIX);
  }

  private static String checksum(String checked) {
    var crc = new CRC32();
    crc.update(checked.getBytes(US_ASCII));
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Hides the key, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "KeySecret[hidden]";
  }
}
