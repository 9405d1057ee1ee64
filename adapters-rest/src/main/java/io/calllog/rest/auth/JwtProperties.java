package io.calllog.rest.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.util.StringUtils;

/**
 * The keys for access tokens: either a secret or a list of keys. There is no default. An error
 * names the property, and never contains a key.
 *
 * @param secret the only key, with the id {@code default}: at least 32 bytes of UTF-8
 * @param keys the first key signs; the other keys verify older tokens
 */
@ConfigurationProperties("calllog.jwt")
record JwtProperties(@Nullable String secret, @DefaultValue List<Key> keys) {

  private static final String PREFIX = "calllog.jwt.";
  private static final int MIN_SECRET_BYTES = 32;

  JwtProperties {
    keys = List.copyOf(keys);
    if (StringUtils.hasText(secret) != keys.isEmpty()) {
      throw new IllegalArgumentException(
          "either calllog.jwt.secret or calllog.jwt.keys is required to sign access tokens");
    }
    signingKeys(secret, keys);
  }

  /** The keys. The first key signs. */
  List<SigningKey> signingKeys() {
    return signingKeys(secret, keys);
  }

  private static List<SigningKey> signingKeys(@Nullable String secret, List<Key> keys) {
    if (keys.isEmpty()) {
      return List.of(ofSecret("secret", "default", Objects.requireNonNull(secret)));
    }
    Set<String> ids = new HashSet<>();
    return IntStream.range(0, keys.size())
        .mapToObj(i -> {
          SigningKey key = signingKey("keys[" + i + "].", keys.get(i));
          require(ids.add(key.id()), "keys[" + i + "].id", "must not be the id of another key");
          return key;
        })
        .toList();
  }

  private static SigningKey signingKey(String at, Key key) {
    String id = key.id();
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + at + "id is missing: it identifies the key in tokens");
    }
    boolean hasSecret = StringUtils.hasText(key.secret());
    require(
        hasSecret != StringUtils.hasText(key.privateKey()),
        at + "secret",
        "or private-key must be set, but not both");
    return hasSecret
        ? ofSecret(at + "secret", id, Objects.requireNonNull(key.secret()))
        : ofPrivateKey(at + "private-key", id, Objects.requireNonNull(key.privateKey()));
  }

  private static SigningKey ofSecret(String property, String id, String secret) {
    require(
        secret.getBytes(StandardCharsets.UTF_8).length >= MIN_SECRET_BYTES,
        property,
        "must have at least " + MIN_SECRET_BYTES + " bytes");
    return SigningKey.ofSecret(id, secret);
  }

  private static SigningKey ofPrivateKey(String property, String id, String pem) {
    PrivateKey key;
    try {
      PemContent content =
          PemContent.isPresentInText(pem) ? PemContent.of(pem) : PemContent.load(Path.of(pem));
      key = Objects.requireNonNull(Objects.requireNonNull(content).getPrivateKey());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          PREFIX + property + " names a file that cannot be read", e);
    } catch (RuntimeException _) { // may quote the key
      throw new IllegalArgumentException(
          PREFIX + property + " is neither a private key in PEM format nor a file with one");
    }
    try {
      return SigningKey.ofPrivateKey(id, key);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PREFIX + property + " is " + e.getMessage(), e);
    }
  }

  private static void require(boolean fulfilled, String property, String rule) {
    if (!fulfilled) {
      throw new IllegalArgumentException(PREFIX + property + " " + rule);
    }
  }

  @Override
  public String toString() {
    return "JwtProperties[" + keys.size() + " keys, secrets hidden]";
  }

  /**
   * One key.
   *
   * @param id the {@code kid} of its tokens; must not be reused for another key
   * @param secret at least 32 bytes of UTF-8, for HS256
   * @param privateKey a private key in PEM (PKCS #8), or the path of a file that contains it: RSA
   *     for RS256, P-256 for ES256, P-384 for ES384, P-521 for ES512
   */
  record Key(@Nullable String id, @Nullable String secret, @Nullable String privateKey) {

    @Override
    public String toString() {
      return "Key[id=" + id + ", hidden]";
    }
  }
}
