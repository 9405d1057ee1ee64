package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/clients}. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class EnterClientApiTest {

  private static final String CLIENTS = "/api/clients";

  private final Accounts accounts;
  private final Account manager;

  EnterClientApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
  }

  @Test
  void creates_a_client_with_all_properties() {
    Instant before = Instant.now().minusSeconds(1);
    String region = accounts.region(manager.region() + "/North");
    Answer entered =
        manager
            .api()
            .post(
                CLIENTS,
                Samples.wholeClient("name", "Ada", "region", region, "ownerId", manager.id()))
            .expect(201);

    assertThat(entered.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "company",
            "phone",
            "phones",
            "email",
            "address",
            "region",
            "status",
            "ownerId",
            "externalId",
            "callEvery",
            "createdAt",
            "updatedAt",
            "version");
    assertThat(entered.header("Location")).isEqualTo(CLIENTS + "/" + entered.id());
    assertThat(entered.etag()).isEqualTo("\"0\"");
    assertThat(UUID.fromString(entered.id()).version()).isEqualTo(7);
    assertThat(entered.text("/name")).isEqualTo("Ada");
    assertThat(entered.text("/company")).isEqualTo("Ludgate & Sons");
    assertThat(entered.text("/phone")).isEqualTo("+442079460958");
    assertThat(entered.text("/email")).isEqualTo("Ada@Ludgate.example");
    assertThat(entered.text("/address")).isEqualTo("12 Fleet Street\nLondon");
    assertThat(entered.text("/region")).isEqualTo(region);
    assertThat(entered.text("/status")).isEqualTo("ACTIVE");
    assertThat(entered.text("/ownerId")).isEqualTo(manager.id());
    assertThat(entered.text("/callEvery")).isEqualTo("P14D");
    assertThat(entered.text("/createdAt")).endsWith("Z").isEqualTo(entered.text("/updatedAt"));
    assertThat(Instant.parse(entered.text("/createdAt")))
        .isBetween(before, Instant.now().plusSeconds(1));

    Answer read = manager.api().get(entered.header("Location")).expect(200);
    for (String field : entered.json().propertyNames()) {
      assertThat(read.at("/" + field)).as(field).isEqualTo(entered.at("/" + field));
    }
  }

  @Test
  void uses_defaults_for_omitted_properties() {
    Answer entered = manager.api().post(CLIENTS, Api.json("name", "Ada")).expect(201);

    assertThat(entered.text("/status")).isEqualTo("LEAD");
    assertThat(entered.text("/region")).isEqualTo(manager.region());
    for (String field : new String[] {"company", "phone", "email", "address", "ownerId"}) {
      assertThat(entered.json().has(field)).as(field).isTrue();
      assertThat(entered.at("/" + field).isNull()).as(field).isTrue();
    }
  }

  @Test
  void treats_null_as_omitted() {
    Answer entered =
        manager
            .api()
            .post(
                CLIENTS,
                Samples.client(
                    "company", null, "phone", null, "email", null, "address", null, "region", null,
                    "status", null, "ownerId", null))
            .expect(201);

    assertThat(entered.text("/status")).isEqualTo("LEAD");
    assertThat(entered.text("/region")).isEqualTo(manager.region());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u00a0", "\u3000\n", "\u200b", " \u2060\ufeff\t"})
  void treats_invisible_text_as_omitted(String unseen) {
    Answer entered =
        manager
            .api()
            .post(
                CLIENTS,
                Samples.client(
                    "company", unseen, "phone", unseen, "email", unseen, "address", unseen))
            .expect(201);

    for (String field : new String[] {"company", "phone", "email", "address"}) {
      assertThat(entered.at("/" + field).isNull()).as(field).isTrue();
    }
    Answer refused = manager.api().post(CLIENTS, Samples.client("name", unseen));
    assertThat(ProblemShape.places(refused)).containsExactly("/name");
    assertThat(refused.text("/errors/0/code")).isEqualTo("blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEAD", "ACTIVE", "INACTIVE", "CONVERTED"})
  void accepts_each_status(String status) {
    Answer entered = manager.api().post(CLIENTS, Samples.client("status", status)).expect(201);
    assertThat(entered.text("/status")).isEqualTo(status);
  }

  @Test
  void trims_and_normalises_text() {
    Answer entered =
        manager
            .api()
            .post(CLIENTS, Api.json("name", "  Zoe\u0308 \t", "company", "\u2003Cafe\u0301\n"))
            .expect(201);
    assertThat(entered.text("/name")).isEqualTo("Zo\u00eb");
    assertThat(entered.text("/company")).isEqualTo("Caf\u00e9");
  }

  @ParameterizedTest
  @CsvSource({
    "+442079460958, +442079460958",
    "+44 20 7946 0958, +442079460958",
    "+44 (0)20 7946-0958, +442079460958",
    "'  +1 (212) 555-0100 ', +12125550100",
    "+49.30.901820, +4930901820",
  })
  void converts_phone_numbers_to_e164(String typed, String kept) {
    Answer entered = manager.api().post(CLIENTS, Samples.client("phone", typed)).expect(201);
    assertThat(entered.text("/phone")).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "020 7946 0958", // of which country?
        "hello",
        "+",
        "+44",
        "+4420",
        "+999 123 4567",
        "+44 20 7946 0958 0958 0958 0958",
        "+44 20 7946 0958                        ", // 41 characters once something follows
        "+44\n2079460958",
      })
  void refuses_invalid_phone_numbers(String typed) {
    String tooLong = typed.endsWith(" ") ? typed + "." : typed;
    Answer refused = manager.api().post(CLIENTS, Samples.client("phone", tooLong));
    assertThat(ProblemShape.places(refused)).containsExactly("/phone");
  }

  @Test
  void limits_the_length_in_characters() {
    String clef = "\ud834\udd1e"; // one character, two in UTF-16, four bytes
    Answer entered =
        manager
            .api()
            .post(
                CLIENTS,
                Api.json(
                    "name",
                    clef.repeat(200),
                    "company",
                    "ß".repeat(200),
                    "address",
                    "é\n\t".repeat(166) + "éé",
                    "email",
                    "a".repeat(64) + "@" + "b".repeat(181) + ".example"))
            .expect(201);
    assertThat(entered.text("/name")).isEqualTo(clef.repeat(200));
    assertThat(entered.text("/address")).hasSize(500);
    assertThat(entered.text("/email")).hasSize(254);
  }

  @Test
  void reports_all_texts_that_are_too_long() {
    Answer refused =
        manager
            .api()
            .post(
                CLIENTS,
                Api.json(
                    "name", "a".repeat(201),
                    "company", "b".repeat(201),
                    "phone", "+44 20 7946 0958 " + "1".repeat(24),
                    "email", "a".repeat(64) + "@" + "b".repeat(182) + ".example",
                    "address", "c".repeat(501),
                    "region", "d".repeat(41)));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("/name", "/company", "/phone", "/email", "/address", "/region");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\n", "\t", "\r", "\u0007", "\u001b", "\u007f", "\u0085"})
  void refuses_control_characters_in_a_line(String character) {
    String text = "a" + character + "b";
    Answer refused =
        manager
            .api()
            .post(CLIENTS, Api.json("name", text, "company", text, "email", text + "@c.example"));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("/name", "/company", "/email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\r", "\u0007", "\u001b", "\u007f", "\u0085", "\u000b"})
  void refuses_control_characters_but_newline_and_tab_in_an_address(String character) {
    Answer refused = manager.api().post(CLIENTS, Samples.client("address", "a" + character + "b"));
    assertThat(ProblemShape.places(refused)).containsExactly("/address");
  }

  @Test
  void requires_a_name() {
    Api api = manager.api();
    assertThat(ProblemShape.places(api.post(CLIENTS, Api.json()))).containsExactly("/name");
    assertThat(ProblemShape.places(api.post(CLIENTS, Api.json("name", null))))
        .containsExactly("/name");
    assertThat(ProblemShape.places(api.post(CLIENTS, Api.json("name", " \t "))))
        .containsExactly("/name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-at-sign", "a@b", "a@@b.example", "a b@c.example", "@b.example"})
  void refuses_invalid_email_addresses(String email) {
    Answer refused = manager.api().post(CLIENTS, Samples.client("email", email));
    assertThat(ProblemShape.places(refused)).containsExactly("/email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "a/", "a//b", "a/b/c/d/e/f/g", "a\\b", "a;b", "a/b%2fc"})
  void refuses_malformed_regions(String region) {
    Answer refused = manager.api().post(CLIENTS, Samples.client("region", region));
    assertThat(ProblemShape.places(refused)).containsExactly("/region");
  }

  @Test
  void refuses_other_properties() {
    Answer refused =
        manager
            .api()
            .post(
                CLIENTS,
                Samples.client(
                    "id",
                    "7",
                    "createdAt",
                    "2026-01-01T00:00:00Z",
                    "status",
                    "lead",
                    "ownerId",
                    7));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("/id", "/createdAt", "/status", "/ownerId");
  }
}
