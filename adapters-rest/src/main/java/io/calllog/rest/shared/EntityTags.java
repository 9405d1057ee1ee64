package io.calllog.rest.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Creates entity tags (RFC 9110, section 8.8.3). Thread-safe. */
@Component
public class EntityTags {

  private static final int HASH_BYTES = 8;

  private final JsonMapper mapper;

  EntityTags(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** The tag of a representation that changes only with the version of its resource. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * A response with a representation that contains data of other resources, such as a name or a
   * history. Its tag is the version and a hash of the representation.
   */
  public ResponseEntity<byte[]> respond(
      ResponseEntity.BodyBuilder response, long version, Object representation) {
    byte[] json = mapper.writeValueAsBytes(representation);
    return response
        .contentType(MediaType.APPLICATION_JSON)
        .eTag("\"" + version + "." + hash(json) + "\"")
        .body(json);
  }

  /**
   * The weak tag of a representation without a version: a hash of its meaning, which excludes
   * details such as the time of its creation.
   */
  public String weakOf(Object meaning) {
    return "W/\"" + hash(mapper.writeValueAsBytes(meaning)) + "\"";
  }

  private static String hash(byte[] json) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}
