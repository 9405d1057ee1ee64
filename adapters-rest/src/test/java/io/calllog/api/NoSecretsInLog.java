package io.calllog.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class if the log contains a token, a password, a comment, a name or a phone number
 * that {@link Api} has sent or received meanwhile. The log is therefore also written to a file in
 * JSON, which has the text of the console and the structured values.
 */
public final class NoSecretsInLog implements AfterAllCallback {

  private static final Secrets SECRETS = new Secrets();
  private static final Path LOG =
      Path.of("target", "log-%s.json".formatted(ProcessHandle.current().pid())).toAbsolutePath();

  private static long checked;

  // Before the first application starts, and so configures the log.
  static {
    System.setProperty("logging.file.name", LOG.toString());
    System.setProperty("logging.structured.format.file", "ecs");
    System.setProperty("logging.logback.rollingpolicy.max-file-size", "1GB");
    LOG.toFile().deleteOnExit();
  }

  /** Remembers what must not be logged. */
  static void remember(@Nullable String authorization, @Nullable String request, Answer answer) {
    if (authorization != null) {
      SECRETS.remember(authorization.replaceFirst("^Bearer ", ""));
    }
    SECRETS.rememberSecretsIn(request);
    SECRETS.rememberSecretsIn(answer.body());
  }

  /** The log, one JSON object in each line. */
  public static Path log() {
    return LOG;
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    assertThat(SECRETS.findAndForget(newLines())).as("secrets in the log").isEmpty();
  }

  private static synchronized String newLines() throws IOException {
    if (!Files.exists(LOG)) { // no application was started
      return "";
    }
    try (var input = Files.newInputStream(LOG)) {
      input.skipNBytes(checked);
      byte[] lines = input.readAllBytes();
      checked += lines.length;
      return new String(lines, UTF_8);
    }
  }
}
