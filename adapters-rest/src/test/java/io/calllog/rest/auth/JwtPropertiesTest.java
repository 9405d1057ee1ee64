package io.calllog.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwtPropertiesTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void accepts_one_secret_as_the_only_key() {
    assertThat(new JwtProperties(SECRET, List.of()).signingKeys())
        .extracting(SigningKey::id)
        .containsExactly("default");
    assertThat(new JwtProperties(SECRET, List.of()).toString()).doesNotContain(SECRET);
  }

  @Test
  void accepts_keys_in_their_order(@TempDir Path folder)
      throws GeneralSecurityException, IOException {
    String pem = JjwtAccessTokensTest.pem(JjwtAccessTokensTest.pair("EC", 256));
    Path file = Files.writeString(folder.resolve("key.pem"), pem);
    var keys =
        List.of(
            new JwtProperties.Key("file", null, file.toString()),
            new JwtProperties.Key("inline", null, pem),
            new JwtProperties.Key("secret", SECRET, null));

    assertThat(new JwtProperties(null, keys).signingKeys())
        .extracting(SigningKey::id)
        .containsExactly("file", "inline", "secret");
    assertThat(keys.toString()).doesNotContain(SECRET).doesNotContain("PRIVATE KEY");
  }

  @Test
  void requires_either_a_secret_or_keys() {
    refuses("either calllog.jwt.secret or calllog.jwt.keys is required", null);
    refuses("either", " ");
    refuses("either", SECRET, new JwtProperties.Key("a", SECRET, null));
  }

  @Test
  void errors_name_the_property_but_not_its_value() {
    refuses("calllog.jwt.secret must have at least 32 bytes", SECRET.substring(1));
    refuses("calllog.jwt.keys[0].id is missing", null, new JwtProperties.Key(null, SECRET, null));
    refuses("calllog.jwt.keys[0].id is missing", null, new JwtProperties.Key(" ", SECRET, null));
    refuses(
        "calllog.jwt.keys[1].secret must have at least 32 bytes",
        null,
        new JwtProperties.Key("a", SECRET, null),
        new JwtProperties.Key("b", "short", null));
    refuses(
        "calllog.jwt.keys[1].id must not be the id of another key",
        null,
        new JwtProperties.Key("a", SECRET, null),
        new JwtProperties.Key("a", SECRET, null));
    refuses(
        "calllog.jwt.keys[0].secret or private-key", null, new JwtProperties.Key("a", null, null));
    refuses(
        "calllog.jwt.keys[0].secret or private-key",
        null,
        new JwtProperties.Key("a", SECRET, SECRET));
  }

  @Test
  void refuses_invalid_and_weak_private_keys() throws GeneralSecurityException {
    String weak = JjwtAccessTokensTest.pem(JjwtAccessTokensTest.pair("RSA", 1024));
    String odd = JjwtAccessTokensTest.pem(JjwtAccessTokensTest.pair("Ed25519", 255));
    String torn = weak.replaceFirst("M", "!");

    refuses(
        "keys[0].private-key is neither an RSA key", null, new JwtProperties.Key("a", null, weak));
    refuses("keys[0].private-key is neither", null, new JwtProperties.Key("a", null, odd));
    refuses(
        "keys[0].private-key is neither a private key in PEM",
        null,
        new JwtProperties.Key("a", null, torn));
    refuses(
        "keys[0].private-key names a file",
        null,
        new JwtProperties.Key("a", null, "/no/such/file.pem"));
  }

  private static void refuses(String message, @Nullable String secret, JwtProperties.Key... keys) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JwtProperties(secret, List.of(keys)))
        .withMessageContaining(message)
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("BEGIN", SECRET));
  }
}
