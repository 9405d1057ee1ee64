package io.calllog.domain.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A bundled list of common passwords. Case is ignored. */
final class CommonPasswords {

  private static final Set<String> LIST = read();

  private CommonPasswords() {}

  static boolean contains(String password) {
    return LIST.contains(password.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (var in =
            Objects.requireNonNull(
                CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
