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
 * A key that tokens are signed with, and the one algorithm that it is for (RFC 8725, section 3.1).
 * A token that names another algorithm is not of this key.
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

  /** A key of HMAC-SHA-256 made of the bytes of a secret, of which there must be at least 32. */
  static SigningKey ofSecret(String id, String secret) {
    MacAlgorithm algorithm = Jwts.SIG.HS256;
    SecretKey key = Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8));
    return new SigningKey(id, algorithm.getId(), key, token -> token.signWith(key, algorithm));
  }

  /**
   * A key of RSA, from 2048 bits on (RS256), or of the curves P-256, P-384 and P-521 (ES256, ES384,
   * ES512).
   *
   * @throws IllegalArgumentException when it is neither, or too short
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

  /** What tokens name it by. */
  String id() {
    return id;
  }

  /** Whether tokens of this key name the algorithm. */
  boolean isFor(String named) {
    return algorithm.equals(named);
  }

  /** What tells its signatures from others. */
  Key verifying() {
    return verifying;
  }

  JwtBuilder sign(JwtBuilder token) {
    return signing.apply(token.header().keyId(id).and());
  }
}
