package io.calllog.rest.auth;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.MacAlgorithm;
import io.jsonwebtoken.security.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;

/**
 * A key that signs tokens, and its only algorithm (RFC 8725, section 3.1). A token with another
 * algorithm is not valid for the key.
 */
final class SigningKey {

  private static final int MIN_RSA_BITS = 2_048;

  private final String id;
  private final String algorithm;
  private final Key verifying;
  private final UnaryOperator<JwtBuilder> signing;

  private SigningKey(
      String id, String algorithm, Key verifying, UnaryOperator<JwtBuilder> signing) {
    this.id = id;
    this.algorithm = algorithm;
    this.verifying = verifying;
    this.signing = signing;
  }

  /** A key for HS256. The secret must have at least 32 bytes. */
  static SigningKey ofSecret(String id, String secret) {
    MacAlgorithm algorithm = Jwts.SIG.HS256;
    SecretKey key = Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8));
    return new SigningKey(id, algorithm.getId(), key, token -> token.signWith(key, algorithm));
  }

  /**
   * An RSA key of at least 2048 bits (RS256), or an EC key on P-256, P-384 or P-521 (ES256, ES384,
   * ES512).
   *
   * @throws IllegalArgumentException if it is another key
   */
  static SigningKey ofPrivateKey(String id, PrivateKey key) {
    SignatureAlgorithm algorithm = algorithmOf(key);
    Key verifying = Jwks.builder().key(key).build().toPublicJwk().toKey();
    return new SigningKey(
        id, algorithm.getId(), verifying, token -> token.signWith(key, algorithm));
  }

  private static SignatureAlgorithm algorithmOf(PrivateKey key) {
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
      return Jwts.SIG.RS256;
    }
    if (key instanceof ECPrivateKey ec) {
      return switch (ec.getParams().getOrder().bitLength()) {
        case 256 -> Jwts.SIG.ES256;
        case 384 -> Jwts.SIG.ES384;
        case 521 -> Jwts.SIG.ES512;
        default ->
            throw new IllegalArgumentException("not on one of the curves P-256, P-384 and P-521");
      };
    }
    throw new IllegalArgumentException(
        "neither an RSA key of at least 2048 bits nor an elliptic curve key");
  }

  /** The {@code kid} of its tokens. */
  String id() {
    return id;
  }

  /** Whether this is the algorithm of the key. */
  boolean isFor(String named) {
    return algorithm.equals(named);
  }

  /** The key that verifies signatures. */
  Key verifying() {
    return verifying;
  }

  JwtBuilder sign(JwtBuilder token) {
    return signing.apply(token.header().keyId(id).and());
  }
}
