package io.calllog.api.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Text of a request cannot start a line in the log. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class LogInjectionApiTest {

  /** The start of a forged line of the log. */
  private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR forged";

  /** Line breaks of all systems, of Unicode, and encoded ones that a reader may decode. */
  private static final List<String> BREAKS =
      List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u000b", "%0d%0a", "\\r\\n", "\u001b[2K\n");

  private final Targets targets;
  private final RawHttp raw;

  LogInjectionApiTest(Api api, Accounts accounts) {
    this.targets = new Targets(api, accounts);
    this.raw = new RawHttp(api);
  }

  @Test
  void text_in_a_body_cannot_start_a_log_line(CapturedOutput output) {
    for (Operation operation : targets.withBodies()) {
      for (String name : targets.texts(operation)) {
        var body = targets.body(operation);
        // hashing is slow, so passwords are tried with one of the line breaks
        boolean hashes = body.containsKey("password") || body.containsKey("newPassword");
        for (String lineBreak : hashes ? BREAKS.subList(0, 1) : BREAKS) {
          body.put(name, "x" + lineBreak + FORGED);
          requireTextOnly(targets.send(operation, body));
          body.put("x" + lineBreak + FORGED, 1);
          requireTextOnly(targets.send(operation, body));
          body.remove("x" + lineBreak + FORGED);
        }
      }
    }
    requireNoForgedLine(output);
  }

  @Test
  void a_request_path_cannot_start_a_log_line(CapturedOutput output) {
    for (Operation operation : targets.operations()) {
      for (String lineBreak : BREAKS) {
        String text = encoded("x" + lineBreak + FORGED);
        // errors of the web server itself lack some of the headers
        Api admin = targets.admin().api().observedBy(_ -> {});
        requireTextOnly(admin.get(targets.address(operation) + "/" + text));
        requireTextOnly(admin.get(targets.address(operation) + "?" + text + "=" + text));
        requireTextOnly(admin.send("DELETE", operation.at(text), null, null));
        for (String name : targets.queryParameters(operation)) {
          requireTextOnly(admin.get(targets.address(operation) + "?" + name + "=" + text));
        }
      }
    }
    requireNoForgedLine(output);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer ",
        "User-Agent: ",
        "Accept: ",
        "Content-Type: ",
        "If-Match: ",
        "If-None-Match: ",
        "Origin: ",
        "Referer: ",
        "Cookie: ",
        "traceparent: ",
        "tracestate: ",
        "baggage: ",
        "X-Forwarded-For: ",
        "X-Forwarded-Proto: ",
        "X-Forwarded-Host: ",
        "Forwarded: for=",
        "X-Request-Id: ",
        "X-",
      })
  void headers_are_not_logged(String header, CapturedOutput output) {
    // a folded header, a single CR, and text that decodes to a line break
    for (String lineBreak : List.of("\r\n ", "\r\n\t", "\r", "\u0085", "\u000b", "%0d%0a", "\n ")) {
      for (String line : List.of("GET /api/auth/profile", "POST /api/auth/login")) {
        Answer answer =
            raw.send(
                "%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%sx%s%s: x\r\n\r\n"
                    .formatted(line, header, lineBreak, FORGED));
        requireTextOnly(answer);
      }
    }
    // a header may contain a token, even if it is malformed
    assertThat(output.getAll()).doesNotContain("ERROR forged");
  }

  private static void requireTextOnly(Answer answer) {
    assertThat(answer.status()).as(answer.request() + answer.body()).isLessThan(500);
    if (answer.status() >= 400) {
      ProblemShape.require(answer);
    }
  }

  private static void requireNoForgedLine(CapturedOutput output) {
    // \R matches all line breaks, also those that log readers do not know
    assertThat(output.getAll().split("\\R|\u001b\\[2K", -1))
        .noneMatch(line -> line.stripLeading().startsWith(FORGED));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
