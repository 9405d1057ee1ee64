package io.calllog.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates access tokens (RFC 7519) without jjwt, which the application uses to read them. */
final class Tokens {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Tokens() {}

  /** The claims of a token. */
  static ObjectNode claims(String token) {
    return part(token, 1);
  }

  /** The header of a token. */
  static ObjectNode header(String token) {
    return part(token, 0);
  }

  /** The token with other claims and a valid signature. */
  static String claiming(String token, Consumer<ObjectNode> change, String secret) {
    ObjectNode claims = claims(token);
    change.accept(claims);
    return signed(header(token), claims, secret, "HmacSHA256");
  }

  /** A token signed with an algorithm of Java, with any header. */
  static String signed(ObjectNode header, ObjectNode claims, String secret, String algorithm) {
    String content = encoded(header) + "." + encoded(claims);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + ENCODER.encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token without a signature, with the algorithm {@code none}. */
  static String unsigned(String token, String algorithm) {
    ObjectNode header = header(token);
    header.put("alg", algorithm);
    return encoded(header) + "." + encoded(claims(token)) + ".";
  }

  private static ObjectNode part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
    return (ObjectNode) JSON.readTree(json);
  }

  /** A part of a token. */
  static String encoded(ObjectNode node) {
    return ENCODER.encodeToString(JSON.writeValueAsBytes(node));
  }
}
