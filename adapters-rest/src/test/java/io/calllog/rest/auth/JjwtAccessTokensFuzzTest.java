package io.calllog.rest.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.application.testing.Samples;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Reads the input as a token, and its first line and its rest as parts of a token. */
class JjwtAccessTokensFuzzTest {

  private static final String SECRET = "a secret of at least 32 bytes, for tests";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final AccessTokens tokens =
      new JjwtAccessTokens(
          new JwtProperties(SECRET, List.of()),
          new TokenLifetimes(Duration.ofMinutes(15), Duration.ofDays(30)),
          new InMemoryRegions(),
          new SequentialIds());

  @FuzzTest(maxDuration = "3m")
  void rejects_every_token_without_a_valid_signature(byte[] input) {
    int line = indexOfNewline(input);
    String header = ENCODER.encodeToString(Arrays.copyOf(input, line));
    String claims =
        ENCODER.encodeToString(
            Arrays.copyOfRange(input, Math.min(line + 1, input.length), input.length));
    String content = header + "." + claims;

    check(new String(input, UTF_8));
    for (String signature :
        List.of("", "AAAA", ENCODER.encodeToString(new byte[32]), header, claims)) {
      assertThat(isTaken(content + "." + signature)).isFalse();
    }
    assertThat(isTaken(content)).isFalse();
    check(content + "." + ENCODER.encodeToString(signatureOf(content)));
    assertThat(isTaken(content + "." + ENCODER.encodeToString(flipped(signatureOf(content)))))
        .isFalse();
  }

  private void check(String token) {
    if (!isTaken(token)) {
      return;
    }
    int end = token.lastIndexOf('.');
    byte[] shown = Base64.getUrlDecoder().decode(token.substring(end + 1));
    assertThat(MessageDigest.isEqual(shown, signatureOf(token.substring(0, end)))).isTrue();
  }

  private boolean isTaken(String token) {
    return tokens.read(token, Samples.NOW).isPresent();
  }

  private static int indexOfNewline(byte[] input) {
    int i = 0;
    while (i < input.length && input[i] != '\n') {
      i++;
    }
    return i;
  }

  private static byte[] flipped(byte[] signature) {
    signature[0] ^= 1;
    return signature;
  }

  private static byte[] signatureOf(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(content.getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
