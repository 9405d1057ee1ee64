package io.calllog.api.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed JSON, and values of wrong types. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class JsonProblemApiTest {

  private static final String CALLS = "/api/calls";
  private static final String START = "{\"type\":\"OUTGOING\",\"outcome\":\"BUSY\"";

  private final RawHttp raw;
  private final Account officer;

  JsonProblemApiTest(Api api, Accounts accounts) {
    this.raw = new RawHttp(api);
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @Test
  void may_begin_with_a_byte_order_mark() {
    String request =
        """
        POST /api/clients HTTP/1.1\r
        Host: a\r
        Connection: close\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: 20\r
        \r
        \ufeff{"name":"\ufeffAda"}\
        """
            .formatted(officer.token());
    assertThat(raw.send(request.getBytes(UTF_8)).expect(201).text("/name")).isEqualTo("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{]",
        "{\"type\"",
        "{\"type\":",
        "{\"type\":\"OUTGOING\"",
        "{\"type\":\"OUTGOING\",}",
        "{'type':'OUTGOING'}",
        "{type:\"OUTGOING\"}",
        "{\"type\":\"OUT\nGOING\"}",
        "{\"type\":\"\\x\"}",
        "{\"type\":\"\\u12\"}",
        "{\"durationSeconds\":01}",
        "{\"durationSeconds\":+1}",
        "{\"durationSeconds\":1.}",
        "{\"durationSeconds\":.5}",
        "{\"durationSeconds\":NaN}",
        "{\"durationSeconds\":-Infinity}",
        "{\"durationSeconds\":0x10}",
        "{\"durationSeconds\":undefined}",
        "{\"durationSeconds\":1} // a minute",
        "/* a call */ {}",
        "type=OUTGOING",
        "<call/>",
        "\u0000",
        "nul",
        "{} }",
        "[",
        "\ufeff\ufeff{}",
      })
  void bodies_other_than_json_are_refused(String body) {
    Answer refused = officer.api().post(CALLS, body);
    ProblemShape.require(refused.expect(400));
    assertThat(refused.text("/code")).isIn("malformed-json", "invalid-input");
    assertThat(ProblemShape.places(refused)).containsExactly("");
    Answer anonymous = officer.api().anonymous().post("/api/auth/login", body).expect(400);
    assertThat(ProblemShape.places(anonymous)).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "true",
        "1",
        "\"call\"",
        "[{\"type\":\"OUTGOING\"}]",
        "{} {}",
        "{}[]"
      })
  void bodies_other_than_one_object_are_refused(String body) {
    assertThat(ProblemShape.places(officer.api().post(CALLS, body))).containsExactly("");
  }

  @Test
  void duplicate_properties_are_refused() {
    Answer refused =
        officer
            .api()
            .post(
                CALLS,
                START
                    + ",\"type\":\"OUTGOING\",\"durationSeconds\":1,\"\\u0064urationSeconds\":1,"
                    + "\"comment\":null,\"comment\":null}");
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("/type", "/durationSeconds", "/comment");
  }

  @Test
  void duplicate_unknown_properties_are_refused() {
    assertThat(ProblemShape.places(officer.api().post(CALLS, START + ",\"x\":1,\"x\":1}")))
        .contains("/x", "/durationSeconds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | /x",
        "a/b | /a~1b",
        "a~b | /a~0b",
        "Type | /Type",
        "é | /é",
        "$ref | /$ref",
        "__proto__ | /__proto__",
        "class | /class",
        "@type | /@type",
      })
  void unknown_properties_are_named(String name, String pointer) {
    Answer refused =
        officer.api().post(CALLS, START + ",\"durationSeconds\":1,\"" + name + "\":1}");
    assertThat(ProblemShape.places(refused)).containsExactly(pointer);
    assertThat(refused.text("/errors/0/code")).isEqualTo("unknown");
  }

  @Test
  void names_with_invalid_characters_are_reported_as_valid_text() {
    for (String name : new String[] {"\\ud800", "a".repeat(99) + "\ud83d\ude00b", "\\udc00x"}) {
      Answer refused =
          officer.api().post(CALLS, START + ",\"durationSeconds\":1,\"" + name + "\":1}");
      assertThat(ProblemShape.places(refused)).hasSize(1);
      String pointer = refused.text("/errors/0/pointer");
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(pointer)).as(name).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.5",
        "true",
        "[]",
        "[\"OUTGOING\"]",
        "{}",
        "{\"value\":\"OUTGOING\"}",
        "1e400",
      })
  void values_other_than_text_are_refused(String value) {
    Answer refused =
        officer
            .api()
            .post(
                CALLS,
                "{\"id\":%1$s,\"officerId\":%1$s,\"clientId\":%1$s,\"type\":%1$s,\"outcome\":%1$s,"
                        .formatted(value)
                    + "\"durationSeconds\":1,\"startedAt\":%1$s,\"comment\":%1$s}"
                        .formatted(value));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder(
            "/id", "/officerId", "/clientId", "/type", "/outcome", "/startedAt", "/comment");
    refused
        .at("/errors")
        .forEach(error -> assertThat(error.path("code").asString()).isEqualTo("wrong-type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud800", "\\udfff", "a\\ud800b", "\\udc00\\ud800", "\\u0000", "\\u001b"})
  void unpaired_surrogates_and_control_characters_are_refused(String text) {
    Answer refused =
        officer
            .api()
            .post("/api/clients", "{\"name\":\"%1$s\",\"address\":\"%1$s\"}".formatted(text));
    assertThat(ProblemShape.places(refused)).containsExactlyInAnyOrder("/name", "/address");
  }

  @Test
  void a_surrogate_pair_in_two_escapes_is_accepted() {
    Answer client = officer.api().post("/api/clients", "{\"name\":\"\\ud834\\udd1e\"}").expect(201);
    assertThat(client.text("/name")).isEqualTo("\ud834\udd1e");
  }

  @Test
  void invalid_utf8_is_refused() {
    for (byte[] bytes :
        new byte[][] {
          {(byte) 0xff},
          {(byte) 0xc3},
          {(byte) 0xc0, (byte) 0xaf},
          {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
          {(byte) 0xe9},
        }) {
      Answer refused = sendClientNamed(bytes);
      assertThat(ProblemShape.places(refused.expectProblem(400, "malformed-json")))
          .containsExactly("");
    }
    sendClientNamed(new byte[] {(byte) 0xc3, (byte) 0xa9}).expect(201);
  }

  @Test
  void utf16_is_refused() {
    byte[] body = "{\"name\":\"Ada\"}".getBytes(StandardCharsets.UTF_16);
    Answer refused = raw.send(request(body));
    assertThat(ProblemShape.places(refused)).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({"[, ]", "'{\"a\":', }"})
  void ten_thousand_levels_are_refused(String open, String close) {
    String deep = open.repeat(10_000) + "1" + close.repeat(10_000);
    for (String body :
        new String[] {
          deep, "{\"type\":" + deep + "}", "{\"x\":" + deep + "}", open.repeat(100_000),
        }) {
      Answer refused = officer.api().post(CALLS, body);
      ProblemShape.require(refused.expect(400));
    }
  }

  @Test
  void numbers_of_many_digits_are_refused() {
    for (String number :
        new String[] {"9".repeat(5_000), "1e99999999999", "0." + "1".repeat(9_000)}) {
      Answer refused = officer.api().post(CALLS, START + ",\"durationSeconds\":" + number + "}");
      ProblemShape.require(refused.expect(400));
    }
  }

  @Test
  void the_number_of_reported_errors_is_limited() {
    var body = new StringBuilder(START);
    for (int i = 0; i < 5_000; i++) {
      body.append(",\"x").append(i).append("\":1");
    }
    Answer refused = officer.api().post(CALLS, body + "}").expectProblem(400, "invalid-input");
    assertThat(ProblemShape.places(refused)).hasSizeBetween(10, 1_000);
  }

  @Test
  void long_property_names_are_shortened_in_errors() {
    Answer refused = officer.api().post(CALLS, START + ",\"" + "x".repeat(60_000) + "\":1}");
    ProblemShape.require(refused.expect(400));
    assertThat(refused.body()).hasSizeLessThan(5_000);
  }

  private Answer sendClientNamed(byte[] name) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"name\":\"".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(name);
    body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
    return raw.send(request(body.toByteArray()));
  }

  private byte[] request(byte[] body) {
    var request = new ByteArrayOutputStream();
    request.writeBytes(
        ("POST /api/clients HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer %s\r\n"
                    .formatted(officer.token())
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                    .formatted(body.length))
            .getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
