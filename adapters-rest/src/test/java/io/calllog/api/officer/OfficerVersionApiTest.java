package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ETag, If-Match and If-None-Match. */
@RestOnFakes
class OfficerVersionApiTest {

  private final Accounts accounts;
  private final Account officer;
  private final String path;

  OfficerVersionApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.officer = accounts.officer(Accounts.newRegion());
    this.path = Officers.at(officer.id());
  }

  @Test
  void is_the_version_and_a_hash_where_a_history_is_embedded() {
    Answer found = officer.api().get(path).expect(200);
    Answer changed = officer.api().patch(path, Api.json("name", "New")).expect(200);

    assertThat(found.etag()).matches("\"[0-9]+\\.[0-9A-Za-z_-]+\"");
    assertThat(changed.etag()).matches("\"[0-9]+\"");
    assertThat(officer.api().get(path).expect(200).etag())
        .startsWith(changed.etag().substring(0, changed.etag().length() - 1) + ".");
    assertThat(found.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(String.join(", ", found.headers().allValues("Vary")))
        .contains("Authorization", "Accept");
  }

  @Test
  void stays_while_nothing_changes_and_changes_with_the_history() {
    String before = officer.api().get(path).expect(200).etag();
    assertThat(officer.api().get(path).etag()).isEqualTo(before);
    Api cached = officer.api().with("If-None-Match", before);
    Answer notModified = cached.get(path).expect(304);
    assertThat(notModified.body()).isEmpty();
    assertThat(notModified.etag()).isEqualTo(before);

    Officers.call(officer.api(), officer.id(), "2026-01-01T10:00:00Z", 1, "BUSY");
    String after = cached.get(path).expect(200).etag();
    assertThat(after).isNotEqualTo(before);
    assertThat(versionOf(after)).isEqualTo(versionOf(before));
  }

  @Test
  void is_found_among_several_and_in_its_weak_form_when_reading() {
    String tag = officer.api().get(path).expect(200).etag();

    officer.api().with("If-None-Match", "\"x\", " + tag).get(path).expect(304);
    officer.api().with("Content-Type", "*/*").get(path).expect(200);
    officer.api().with("If-None-Match", "W/" + tag).get(path).expect(304);
    officer.api().with("If-None-Match", "\"x\"").get(path).expect(200);
  }

  @Test
  void a_known_tag_reveals_nothing_about_an_invisible_officer() {
    String tag = officer.api().get(path).expect(200).etag();
    Api stranger = accounts.officer(Accounts.newRegion()).api();

    stranger.with("If-None-Match", tag).get(path).expect(404);
    stranger.ifMatch(tag).patch(path, "{}").expect(404);
    officer.api().anonymous().with("If-None-Match", tag).get(path).expect(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void guards_a_change(String method) {
    String tag = officer.api().get(path).expect(200).etag();
    officer.api().patch(path, Api.json("name", "Changed meanwhile")).expect(200);

    for (String stale : new String[] {tag, "\"%s\"".formatted(versionOf(tag)), "\"99\"", "\"x\""}) {
      change(admin().ifMatch(stale), method).expectProblem(412, "precondition-failed");
    }
    assertThat(officer.api().get(path).text("/name")).isEqualTo("Changed meanwhile");
    String fresh = officer.api().get(path).expect(200).etag();
    change(admin().ifMatch(fresh), method).expect(method.equals("DELETE") ? 204 : 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void is_still_valid_after_a_change_of_the_history(String method) {
    String tag = officer.api().get(path).expect(200).etag();
    Officers.call(officer.api(), officer.id(), "2026-01-01T10:00:00Z", 1, "BUSY");

    change(admin().ifMatch(tag), method).expect(method.equals("DELETE") ? 204 : 200);
  }

  @Test
  void if_match_accepts_a_version_several_tags_or_any() {
    String version = "\"%s\"".formatted(versionOf(officer.api().get(path).etag()));

    officer.api().ifMatch(version).patch(path, "{}").expect(200);
    officer.api().ifMatch("\"99\", " + version).patch(path, "{}").expect(200);
    officer.api().ifMatch("*").patch(path, "{}").expect(200);
    officer.api().ifMatch("W/" + version).patch(path, "{}").expect(200);
    officer.api().ifMatch(", \"a,b\" ,," + version + ",").patch(path, "{}").expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 200",
    "0.zz, 200",
    "0.1.2, 200",
    "0-gzip, 200",
    "0.1;gzip, 200",
    "00, 412",
    "0x, 412",
    "+0, 412"
  })
  void matches_by_its_version(String tag, int status) {
    officer.api().ifMatch("\"%s\"".formatted(tag)).patch(path, "{}").expect(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "\"0", "0\"", "'0'", "W/0",
      })
  void must_be_in_quotes(String malformed) {
    for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
      Answer refused = change(admin().ifMatch(malformed), method);
      assertThat(ProblemShape.places(refused)).containsExactly("?If-Match");
      assertThat(refused.text("/errors/0/code")).isEqualTo("malformed");
      assertThat(refused.text("/errors/0/message")).contains("in quotes");
    }
  }

  @Test
  void if_match_accepts_3000_tags() {
    String many = "\"\",".repeat(3_000) + "\"0\"";
    officer.api().ifMatch(many).patch(path, "{}").expect(200);
  }

  @Test
  void the_tag_of_a_response_guards_the_next_change() {
    Answer created = admin().post(Officers.PATH, Samples.officer()).expect(201);
    String its = Officers.at(created.id());
    Answer first =
        admin().ifMatch(created.etag()).patch(its, Api.json("name", "First")).expect(200);
    Answer second =
        admin().ifMatch(first.etag()).patch(its, Api.json("name", "Second")).expect(200);

    admin().ifMatch(first.etag()).patch(its, Api.json("name", "Third")).expect(412);
    admin().ifMatch(second.etag()).delete(its).expect(204);
    admin().ifMatch("*").delete(its).expect(404);
  }

  private Api admin() {
    return accounts.admin().api();
  }

  private Answer change(Api api, String method) {
    return switch (method) {
      case "PUT" -> api.put(path, Api.json("name", "New", "email", officer.email()));
      case "PATCH" -> api.patch(path, Api.json("name", "New"));
      default -> api.delete(path);
    };
  }

  private static String versionOf(String tag) {
    return tag.replaceAll("\"([0-9]+).*", "$1");
  }
}
