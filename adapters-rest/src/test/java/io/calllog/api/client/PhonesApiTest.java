package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import io.calllog.api.imports.Imports;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The phones of a client, and the look-up by number. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class PhonesApiTest {

  private static final String CLIENTS = "/api/clients";

  private final Accounts accounts;
  private final Account manager;
  private final Api api;

  PhonesApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.api = manager.api();
  }

  @Test
  void a_client_has_several_and_the_first_one_is_the_phone() {
    Answer entered =
        api.post(
                CLIENTS,
                Samples.client(
                    "phones",
                    List.of(
                        Map.of("number", "+44 (0)20 7946 0958", "extension", "012"),
                        Map.of("number", "+44 7700 900123", "label", "Mobile"))))
            .expect(201);

    assertThat(entered.text("/phone")).isEqualTo("+442079460958");
    assertThat(phones(entered)).containsExactly("+442079460958 ext. 012", "+447700900123, Mobile");
    assertThat(entered.at("/phones/0/label").isNull()).isTrue();
    assertThat(api.get(at(entered)).expect(200).at("/phones")).isEqualTo(entered.at("/phones"));
    assertThat(api.put(at(entered), Samples.client("phones", List.of())).at("/phone").isNull())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "+44 20 7946 0958 x12, 12",
    "+44 20 7946 0958 ext. 5, 5",
    "tel:+44-20-7946-0958;ext=0007, 0007",
    "+44 20 7946 0958 #99, 99"
  })
  void a_number_typed_with_an_extension_is_taken_apart(String typed, String extension) {
    for (var body :
        List.of(
            Samples.client("phone", typed),
            Samples.client("phones", List.of(Map.of("number", typed))))) {
      Answer entered = api.post(CLIENTS, body).expect(201);

      assertThat(entered.text("/phone")).isEqualTo("+442079460958");
      assertThat(entered.text("/phones/0/extension")).isEqualTo(extension);
    }
  }

  @Test
  void what_was_read_can_be_edited_and_sent_back() {
    Answer read = twoPhones();
    Map<String, @Nullable Object> body =
        Samples.client("phone", "+442079460312", "phones", read.at("/phones"));

    assertThat(phones(api.put(at(read), body).expect(200)))
        .containsExactly("+442079460312", "+447700900123, Mobile");
    assertThat(phones(api.put(at(read), Samples.client("phone", "+442079460312")).expect(200)))
        .containsExactly("+442079460312", "+447700900123, Mobile");
    var other =
        Samples.client(
            "phone", "+442079460312", "phones", List.of(Map.of("number", "+4930123456")));
    assertThat(phones(api.put(at(read), other).expect(200))).containsExactly("+4930123456");
    assertThat(api.put(at(read), Samples.client()).expect(200).at("/phones")).isEmpty();
  }

  @Test
  void a_patch_changes_the_first_or_all() {
    Answer read = twoPhones();

    assertThat(phones(api.patch(at(read), Api.json("phone", "+442079460312")).expect(200)))
        .containsExactly("+442079460312", "+447700900123, Mobile");
    assertThat(
            phones(
                api.patch(
                        at(read),
                        Api.json("phones", List.of(Map.of("number", "+44 20 7946 0958 x1"))))
                    .expect(200)))
        .containsExactly("+442079460958 ext. 1");
    Answer same = api.patch(at(read), Api.json("phone", "+442079460958")).expect(200);
    assertThat(phones(same)).containsExactly("+442079460958 ext. 1");
    assertThat(api.patch(at(read), Api.json("phone", null)).expect(200).at("/phones")).isEmpty();
  }

  @Test
  void wrong_phones_are_refused() {
    var phones =
        List.of(
            Map.of("number", "x"),
            Map.of("number", "+442079460958", "extension", "x", "label", "a\nb"),
            Map.of("number", "+442079460958 x1", "extension", "2"),
            Map.of("label", "Mobile", "type", "work"));
    assertThat(ProblemShape.places(api.post(CLIENTS, Samples.client("phones", phones)).expect(400)))
        .containsExactlyInAnyOrder(
            "/phones/0/number",
            "/phones/1/label",
            "/phones/2/extension",
            "/phones/3/number",
            "/phones/3/type");
    var eleven = Collections.nCopies(11, Map.of("number", "+442079460958"));
    assertThat(ProblemShape.places(api.post(CLIENTS, Samples.client("phones", eleven)).expect(400)))
        .containsExactly("/phones");
    var contradiction =
        Samples.client(
            "phone", "+442079460312", "phones", List.of(Map.of("number", "+4930123456")));
    assertThat(ProblemShape.places(api.post(CLIENTS, contradiction).expect(400)))
        .containsExactly("/phone");
  }

  @Test
  void a_client_is_found_by_exactly_one_of_its_numbers() {
    String number = newNumber();
    Answer client =
        api.post(
                CLIENTS,
                Samples.client(
                    "phones",
                    List.of(Map.of("number", newNumber()), Map.of("number", number + " x7"))))
            .expect(201);
    accounts
        .manager(Accounts.newRegion())
        .api()
        .post(CLIENTS, Samples.client("phone", number))
        .expect(201);

    for (String typed :
        List.of(
            number,
            "%2B" + number.substring(1),
            "%20" + number.substring(1) + "%20x12",
            "00" + number.substring(1),
            "tel:" + number)) {
      Answer found = api.get(CLIENTS + "?count=true&phone=" + typed).expect(200);
      assertThat(found.text("/items/0/id")).isEqualTo(client.id());
      assertThat(found.at("/total").intValue()).isEqualTo(1);
      assertThat(found.at("/incoming")).isEmpty();
    }
    assertThat(api.get(CLIENTS + "?phone=" + newNumber()).expect(200).at("/items")).isEmpty();
    assertThat(api.get(CLIENTS + "?q=" + number.substring(1)).text("/items/0/id"))
        .isEqualTo(client.id());
    assertThat(api.get(CLIENTS).json().has("incoming")).isFalse();
    for (String wrong : List.of("phone=12", "phone=", "phone=%20")) {
      assertThat(ProblemShape.places(api.get(CLIENTS + "?" + wrong).expect(400)))
          .as(wrong)
          .containsExactly("?phone");
    }
    for (String blank : List.of("notCalledFor", "externalId")) {
      assertThat(ProblemShape.places(api.get(CLIENTS + "?" + blank + "=").expect(400)))
          .containsExactly("?" + blank);
    }
    assertThat(api.with("Accept", "text/csv").get(CLIENTS + "?phone=" + number).body().lines())
        .hasSize(2);
  }

  @Test
  void the_look_up_tells_what_came_in_from_the_number_lately() {
    String number = newNumber();
    Account officer = accounts.officer(manager.region());
    String earlier = Instant.now().minusSeconds(60).toString();
    String theirs =
        officer
            .api()
            .post("/api/calls", incoming("number", number, "startedAt", earlier))
            .expect(201)
            .id();
    String client = api.post(CLIENTS, Samples.client("phone", number)).expect(201).id();
    String later = officer.api().post("/api/calls", incoming("number", number)).expect(201).id();
    officer.api().post("/api/calls", Samples.call("number", number)).expect(201);

    Answer found = api.get(CLIENTS + "?phone=" + number).expect(200);

    assertThat(found.text("/items/0/id")).isEqualTo(client);
    assertThat(found.at("/incoming").valueStream().map(call -> call.path("id").asString()))
        .containsExactly(later, theirs);
    Answer colleague =
        accounts.officer(manager.region()).api().get(CLIENTS + "?phone=" + number).expect(200);
    assertThat(colleague.at("/incoming").valueStream().map(call -> call.path("id").asString()))
        .containsExactly(later); // the other one has no client that they see
  }

  @Test
  void exported_phones_can_be_imported() {
    String name = "N " + Accounts.unique();
    Api admin = accounts.admin().api();
    String file =
        "name,region,phone,phones\n"
            + name
            + ","
            + manager.region()
            + ",+44 20 7946 0958,\"+44 20 7946 0958 x12, Reception | +44 7700 900123\"\n";
    assertThat(Imports.counts(Imports.run(admin, "clients", file))).containsExactly(1, 0, 0);
    String query = "?q=" + name.replace(" ", "%20");
    String csv = admin.with("Accept", "text/csv").get(CLIENTS + query).expect(200).body();

    assertThat(csv)
        .contains("\"'+442079460958 ext. 12, Reception | +447700900123\"")
        .contains("phone,phones,email");
    assertThat(Imports.counts(Imports.run(admin, "clients", csv.strip()))).containsExactly(0, 1, 0);
  }

  private Answer twoPhones() {
    return api.post(
            CLIENTS,
            Samples.client(
                "phones",
                List.of(
                    Map.of("number", "+442079460958", "extension", "12"),
                    Map.of("number", "+447700900123", "label", "Mobile"))))
        .expect(201);
  }

  private static Map<String, @Nullable Object> incoming(@Nullable Object... properties) {
    Map<String, @Nullable Object> call = Samples.call(properties);
    call.put("type", "INCOMING");
    return call;
  }

  private static List<String> phones(Answer client) {
    return client.at("/phones").valueStream().map(PhonesApiTest::phone).toList();
  }

  private static String phone(JsonNode phone) {
    return phone.path("number").asString()
        + (phone.path("extension").isNull() ? "" : " ext. " + phone.path("extension").asString())
        + (phone.path("label").isNull() ? "" : ", " + phone.path("label").asString());
  }

  private static String newNumber() {
    return "+4420" + ThreadLocalRandom.current().nextLong(10_000_000, 100_000_000);
  }

  private static String at(Answer client) {
    return CLIENTS + "/" + client.id();
  }
}
