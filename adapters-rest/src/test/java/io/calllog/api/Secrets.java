package io.calllog.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens, passwords, comments, names and phone numbers in the bodies of requests and responses,
 * which no line of the log may contain. Thread-safe.
 */
final class Secrets {

  /** Shorter values, such as {@code Ann}, could be in any line. */
  private static final int SHORTEST = 8;

  /** Text is searched instead of JSON, because bodies may be anything. */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "\"(?:name|officerName|clientName|key|\\w*(?:[pP]assword|[tT]oken|[cC]omment|[pP]hone))\""
              + "\\s*:\\s*\"([^\"\\\\]{%s,})\"".formatted(SHORTEST));

  private final Set<String> values = ConcurrentHashMap.newKeySet();

  /** Remembers the secrets in a body. */
  void rememberSecretsIn(@Nullable String body) {
    if (body != null) {
      Matcher matcher = PROPERTY.matcher(body);
      while (matcher.find()) {
        remember(matcher.group(1));
      }
    }
  }

  /** Remembers a secret, unless it is short. */
  void remember(@Nullable String secret) {
    if (secret != null && secret.length() >= SHORTEST) {
      values.add(secret);
    }
  }

  /** Returns the lines of a log that contain a secret, and forgets all secrets. */
  List<String> findAndForget(String log) {
    List<String> found = new ArrayList<>();
    for (String value : values) {
      if (log.contains(value)) {
        log.lines().filter(line -> line.contains(value)).limit(3).forEach(found::add);
      }
    }
    values.clear();
    return found;
  }
}
