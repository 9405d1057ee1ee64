package io.calllog.api.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.Samples;
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

/** Text stays text: for the database, and in the log. */
@ApiTest
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class InjectionApiIT {

  /** No line of the log begins so. */
  private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR forged";

  /** Breaks of lines: of all systems, of Unicode, of those who decode once more. */
  private static final List<String> BREAKS =
      List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u000b", "%0d%0a", "\\r\\n", "\u001b[2K\n");

  private final Targets targets;
  private final RawHttp raw;

  InjectionApiIT(Api api, Accounts accounts) {
    this.targets = new Targets(api, accounts);
    this.raw = new RawHttp(api);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "' OR '1'='1",
        "'; DROP TABLE calls; --",
        "x'); DELETE FROM officers; --",
        "\" OR \"\"=\"",
        "\\'; SELECT pg_sleep(30); --",
        "1; SELECT 1/0",
        "$$ $1 ?1 :name ${name} #{name} %s",
        "/* */ -- x",
        "') UNION SELECT password_hash FROM officers --",
      })
  void sql_in_any_text_is_nothing_but_text(String sql) {
    int probes = 0;
    for (Operation operation : targets.operations()) {
      for (String name : targets.texts(operation)) {
        if (name.endsWith("assword")) {
          continue; // hashed before the database sees it, which takes its time
        }
        var body = targets.body(operation);
        body.put(name, sql);
        requireTextOnly(targets.send(operation, body));
        probes++;
      }
      for (String name : targets.queryParameters(operation)) {
        String query = "?" + name + "=" + encoded(sql);
        requireTextOnly(targets.admin().api().get(targets.address(operation) + query));
        probes++;
      }
    }
    assertThat(probes).isGreaterThan(80);
  }

  private static void requireTextOnly(Answer answer) {
    assertThat(answer.status()).as(answer.request() + answer.body()).isLessThan(500);
    if (answer.status() >= 400) {
      ProblemShape.require(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"' OR '1'='1", "%", "_", "a%", "\\", "%' --", ".*", "[a-z]"})
  void a_search_for_what_nobody_is_called_finds_nobody(String text) {
    Account officer = targets.officer();
    for (String list : List.of("/api/officers", "/api/clients")) {
      Answer found = officer.api().get(list + "?q=" + encoded(text)).expect(200);
      assertThat(found.at("/items")).as(list).isEmpty();
    }
  }

  @Test
  void what_looks_like_sql_is_kept_and_found_as_it_is() {
    Account officer = targets.officer();
    String name = "Robert'); DROP TABLE clients; -- " + Accounts.unique();
    String id = officer.api().post("/api/clients", Samples.client("name", name)).expect(201).id();

    Answer found = officer.api().get("/api/clients?q=" + encoded(name)).expect(200);

    assertThat(found.at("/items")).hasSize(1);
    assertThat(found.text("/items/0/id")).isEqualTo(id);
    assertThat(found.text("/items/0/name")).isEqualTo(name);
  }

  @Test
  void no_text_in_a_body_begins_a_line_of_the_log(CapturedOutput output) {
    for (Operation operation : targets.withBodies()) {
      for (String name : targets.texts(operation)) {
        var body = targets.body(operation);
        // hashing takes its time: passwords are tried with one of the breaks
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
  void no_address_begins_a_line_of_the_log(CapturedOutput output) {
    for (Operation operation : targets.operations()) {
      for (String lineBreak : BREAKS) {
        String text = encoded("x" + lineBreak + FORGED);
        // what the web server itself refuses lacks what else each answer has
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
  void no_header_begins_a_line_of_the_log(String header, CapturedOutput output) {
    // a folded header, a lone CR, and what is read as a break once it is decoded
    for (String lineBreak : List.of("\r\n ", "\r\n\t", "\r", "\u0085", "\u000b", "%0d%0a", "\n ")) {
      for (String line : List.of("GET /api/auth/profile", "POST /api/auth/login")) {
        Answer answer =
            raw.send(
                "%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%sx%s%s: x\r\n\r\n"
                    .formatted(line, header, lineBreak, FORGED));
        requireTextOnly(answer);
      }
    }
    requireNoForgedLine(output);
  }

  private static void requireNoForgedLine(CapturedOutput output) {
    // \R knows all breaks of lines, more than a reader of logs might
    assertThat(output.getAll().split("\\R|\u001b\\[2K", -1))
        .noneMatch(line -> line.stripLeading().startsWith(FORGED));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
