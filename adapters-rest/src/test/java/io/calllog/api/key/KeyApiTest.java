package io.calllog.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Creating, reading, changing and revoking keys. */
@RestOnFakes
class KeyApiTest {

  private static final String PATH = "/api/keys";

  private final Accounts accounts;
  private final Api admin;
  private final String region;

  KeyApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void is_created_and_shown_once() {
    Answer created = create("name", "  PBX ").expect(201);

    assertThat(created.json().propertyNames())
        .containsExactlyInAnyOrder(
            "key",
            "id",
            "name",
            "scopes",
            "region",
            "requestsPerMinute",
            "expiresAt",
            "prefix",
            "lastUsedAt",
            "createdAt",
            "updatedAt",
            "version");
    assertThat(UUID.fromString(created.id()).version()).isEqualTo(7);
    assertThat(created.text("/name")).isEqualTo("PBX");
    assertThat(created.text("/region")).isEqualTo(region);
    assertThat(created.at("/scopes/0").asString()).isEqualTo("calls:write");
    assertThat(created.at("/requestsPerMinute").intValue()).isEqualTo(1200);
    assertThat(created.at("/expiresAt").isNull()).isTrue();
    assertThat(created.at("/lastUsedAt").isNull()).isTrue();
    assertThat(created.header("Location")).isEqualTo(PATH + "/" + created.id());
    assertThat(created.etag()).isEqualTo("\"0\"");

    Answer read = admin.get(created.header("Location")).expect(200);
    assertThat(read.json().has("key")).isFalse();
    assertThat(read.text("/prefix")).isEqualTo(created.text("/key").substring(0, 8));
    assertThat(read.etag()).matches("\"0\\.[0-9a-f]+\"");
    assertThat(admin.with("If-None-Match", read.etag()).get(PATH + "/" + created.id()).status())
        .isEqualTo(304);
  }

  @Test
  void has_a_checksum() {
    String key = create().expect(201).text("/key");

    assertThat(key).matches("clk_[A-Za-z0-9_-]{49}");
    var crc = new CRC32();
    crc.update(key.substring(0, 47).getBytes(StandardCharsets.US_ASCII));
    byte[] checksum = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    assertThat(key.substring(47))
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(checksum));
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        Arguments.of("name", null, "/name"),
        Arguments.of("name", " ", "/name"),
        Arguments.of("scopes", null, "/scopes"),
        Arguments.of("scopes", List.of(), "/scopes"),
        Arguments.of("scopes", List.of("calls:read", "calls:read"), "/scopes"),
        Arguments.of("scopes", List.of("calls:read", "calls:delete"), "/scopes/1"),
        Arguments.of("scopes", List.of("CALLS_READ"), "/scopes/0"),
        Arguments.of("scopes", "calls:read", "/scopes"),
        Arguments.of("region", null, "/region"),
        Arguments.of("region", "unassigned", "/region"),
        Arguments.of("region", "nowhere", "/region"),
        Arguments.of("requestsPerMinute", 0, "/requestsPerMinute"),
        Arguments.of("requestsPerMinute", 60_001, "/requestsPerMinute"),
        Arguments.of("requestsPerMinute", "many", "/requestsPerMinute"),
        Arguments.of("expiresAt", "2020-01-01T00:00:00Z", "/expiresAt"),
        Arguments.of("expiresAt", "tomorrow", "/expiresAt"),
        Arguments.of("key", "clk_chosen", "/key"));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void is_not_created_with_invalid_fields(String field, Object value, String place) {
    assertThat(ProblemShape.places(create(field, value))).containsExactly(place);
  }

  @Test
  void all_errors_are_answered_at_once() {
    Answer answer =
        create("scopes", List.of(), "region", "unassigned", "expiresAt", "2020-01-01T00:00:00Z");

    assertThat(ProblemShape.places(answer))
        .containsExactlyInAnyOrder("/scopes", "/region", "/expiresAt");
  }

  @Test
  void the_root_is_allowed() {
    assertThat(create("region", "").expect(201).text("/region")).isEmpty();
  }

  @Test
  void are_listed_by_name_on_pages() {
    String word = "Zz " + Accounts.unique();
    String second = create("name", word + " b").expect(201).id();
    String first = create("name", word + " A").expect(201).id();

    List<String> ids =
        admin.items(PATH + "?limit=1").stream()
            .filter(key -> key.at("/name").asString().startsWith(word))
            .map(key -> key.at("/id").asString())
            .toList();

    assertThat(ids).containsExactly(first, second);
    Answer counted = admin.get(PATH + "?count=true&limit=200").expect(200);
    assertThat(counted.at("/total").intValue()).isGreaterThanOrEqualTo(2);
    assertThat(counted.body()).doesNotContain("\"key\"");
    assertThat(ProblemShape.places(admin.get(PATH + "?region=x"))).containsExactly("?region");
  }

  @Test
  void is_changed() {
    Answer created = create().expect(201);
    String path = PATH + "/" + created.id();
    String end = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS).toString();

    Answer changed =
        admin
            .ifMatch(created.etag())
            .patch(path, Api.json("name", "New", "requestsPerMinute", 3000, "expiresAt", end))
            .expect(200);

    assertThat(changed.text("/name")).isEqualTo("New");
    assertThat(changed.at("/requestsPerMinute").intValue()).isEqualTo(3000);
    assertThat(changed.text("/expiresAt")).isEqualTo(end);
    assertThat(changed.at("/version").intValue()).isOne();
    admin.ifMatch(created.etag()).patch(path, Api.json("name", "Other")).expect(412);
    assertThat(admin.patch(path, Api.json("expiresAt", null)).expect(200).at("/expiresAt").isNull())
        .isTrue();
    assertThat(ProblemShape.places(admin.patch(path, Api.json("name", null))))
        .containsExactly("/name");
    assertThat(ProblemShape.places(admin.patch(path, Api.json("expiresAt", "2020-01-01T00:00Z"))))
        .containsExactly("/expiresAt");
    assertThat(ProblemShape.places(admin.patch(path, Api.json("requestsPerMinute", 0))))
        .containsExactly("/requestsPerMinute");
  }

  @Test
  void can_be_sent_back_as_it_was_read() {
    String path = PATH + "/" + create().expect(201).id();
    Answer read = admin.get(path).expect(200);

    Answer sent = admin.ifMatch(read.etag()).patch(path, read.body()).expect(200);

    assertThat(sent.json()).isEqualTo(read.json());
    Answer other = admin.patch(path, Api.json("scopes", List.of("calls:read"), "region", ""));
    assertThat(other.expect(200).json()).isEqualTo(read.json());
  }

  @Test
  void is_revoked_once() {
    Account key = accounts.key(region, "calls:read");
    key.api().get("/api/calls").expect(200);

    admin.ifMatch("\"7\"").delete(PATH + "/" + key.id()).expect(412);
    admin.delete(PATH + "/" + key.id()).expect(204);

    key.api().get("/api/calls").expectProblem(401, "unauthenticated");
    admin.get(PATH + "/" + key.id()).expectProblem(404, "not-found");
    admin.patch(PATH + "/" + key.id(), Api.json("name", "x")).expectProblem(404, "not-found");
    admin.delete(PATH + "/" + key.id()).expectProblem(404, "not-found");
  }

  @Test
  void actions_are_audited() {
    Answer created = create("name", "PBX").expect(201);
    String path = PATH + "/" + created.id();
    admin.patch(path, Api.json("name", "Exchange", "requestsPerMinute", 5)).expect(200);
    Account manager = accounts.manager(region);
    manager.api().delete(path).expectProblem(403, "not-permitted");
    admin.delete(path).expect(204);

    Answer trail = admin.get("/api/audit?subjectType=KEY&subjectId=" + created.id()).expect(200);

    assertThat(trail.at("/items").valueStream().map(entry -> entry.at("/action").asString()))
        .containsExactly("KEY_REVOKED", "KEY_REVOKED", "KEY_CHANGED", "KEY_CREATED");
    assertThat(trail.text("/items/1/outcome")).isEqualTo("REFUSED");
    assertThat(trail.at("/items/2/changes").valueStream().map(JsonNode::toString))
        .containsExactly(
            "{\"field\":\"name\",\"from\":\"PBX\",\"to\":\"Exchange\"}",
            "{\"field\":\"requestsPerMinute\",\"from\":\"1200\",\"to\":\"5\"}");
    assertThat(trail.at("/items/3/changes").toString())
        .contains("calls:write, clients:read", region, "PBX");
    assertThat(trail.body()).doesNotContain(created.text("/key"));
    assertThat(manager.api().get("/api/audit?subjectType=KEY").expect(200).at("/items")).isEmpty();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void is_not_logged(CapturedOutput output) {
    Answer created = create().expect(201);
    String key = created.text("/key");
    Api program = admin.as(key);
    program.get("/api/clients").expect(200);
    program.get("/api/officers").expect(403);
    program.get("/api/clients?q=" + key).expect(200);
    admin.as(key + "x").get("/api/clients").expect(401);
    admin.as(key.toUpperCase(Locale.ROOT)).get("/api/clients").expect(401);

    assertThat(output.getAll()).doesNotContain(key.substring(8));
  }

  private Answer create(Object... namesAndValues) {
    var body =
        Api.json("name", "Key", "scopes", List.of("calls:write", "clients:read"), "region", region);
    body.putAll(Api.json(namesAndValues));
    return admin.post(PATH, body);
  }
}
