package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters and order of lists of clients. */
@RestOnFakes
class ListClientsApiTest {

  private final Accounts accounts;
  private final Account manager;

  ListClientsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
  }

  @Test
  void are_ordered_by_name_ignoring_case() {
    for (String name : List.of("bob", "Émile", "Carl", "adam", "Bob", "ÉMILE", "Zoë")) {
      enter("name", name);
    }
    assertThat(list("")).containsExactly("adam", "bob", "Bob", "Carl", "Émile", "ÉMILE", "Zoë");
  }

  @Test
  void have_all_properties() {
    Answer client =
        manager.api().post("/api/clients", Samples.wholeClient("name", "Ada")).expect(201);
    JsonNode item = manager.api().get("/api/clients").expect(200).at("/items/0");
    ObjectNode expected = ((ObjectNode) client.json()).deepCopy();
    expected.remove("possibleDuplicates");
    expected.put("calls", 0).put("connected", 0).putNull("lastCallAt");
    assertThat(item).isEqualTo(expected);
  }

  @Test
  void can_be_empty() {
    Answer answer = manager.api().get("/api/clients?count=true").expect(200);
    assertThat(answer.at("/items").size()).isZero();
    assertThat(answer.at("/nextCursor").isNull()).isTrue();
    assertThat(answer.at("/total").asInt()).isZero();
    assertThat(answer.header("Link")).isEmpty();
  }

  @Test
  void can_be_filtered_by_status() {
    enter("name", "Ada", "status", "ACTIVE");
    enter("name", "Bob", "status", "CONVERTED");
    enter("name", "Cem");
    assertThat(list("status=ACTIVE")).containsExactly("Ada");
    assertThat(list("status=LEAD")).containsExactly("Cem");
    assertThat(list("status=INACTIVE")).isEmpty();
    assertThat(list("status=LEAD&status=ACTIVE")).containsExactly("Ada", "Cem");
  }

  @Test
  void can_be_filtered_by_region_including_those_below() {
    String root = manager.region();
    accounts.region(root + "/UK/London");
    accounts.region(root + "/UKX");
    enter("name", "Ada", "region", root + "/UK");
    enter("name", "Bob", "region", root + "/UK/London");
    enter("name", "Cem", "region", root + "/UKX");
    enter("name", "Dan", "region", root);
    assertThat(list("region=" + root + "/UK")).containsExactly("Ada", "Bob");
    assertThat(list("region=" + root)).containsExactly("Ada", "Bob", "Cem", "Dan");
    assertThat(list("region=" + root + "/uk")).isEmpty();
    assertThat(list("region=" + root + "%2FUK")).containsExactly("Ada", "Bob");
    assertThat(list("region=Elsewhere")).isEmpty();
  }

  @Test
  void can_be_filtered_by_owner() {
    Account officer = accounts.officer(manager.region());
    enter("name", "Ada", "ownerId", officer.id());
    enter("name", "Bob", "ownerId", manager.id());
    enter("name", "Cem");
    assertThat(list("ownerId=" + officer.id())).containsExactly("Ada");
    assertThat(list("ownerId=" + UUID.randomUUID())).isEmpty();
    assertThat(list("ownerId=" + accounts.admin().id())).isEmpty();
  }

  @Test
  void are_found_by_parts_of_name_company_email_or_phone() {
    enter("name", "Ada Lovelace");
    enter("name", "Bob", "company", "LOVELY Things Ltd");
    enter("name", "Cem", "phone", "+44 20 7946 0958");
    enter("name", "Dan", "email", "love@dan.example", "address", "Love Lane");

    assertThat(list("q=love")).containsExactly("Ada Lovelace", "Bob", "Dan");
    assertThat(list("q=LOVELACE")).containsExactly("Ada Lovelace");
    assertThat(list("q=lovelace%20ada")).containsExactly("Ada Lovelace");
    assertThat(list("q=lovely+bob")).containsExactly("Bob");
    assertThat(list("q=love@")).containsExactly("Dan");
    assertThat(list("q=lane")).isEmpty();
    assertThat(list("q=79460958")).containsExactly("Cem");
    assertThat(list("q=%2B4420794")).containsExactly("Cem");
    assertThat(list("q=020%207946")).containsExactly("Cem");
    assertThat(list("q=%2B44+(0)20+7946+0958")).containsExactly("Cem");
    assertThat(list("q=tel:%2B44-20-7946-0958")).containsExactly("Cem");
    assertThat(list("q=nobody")).isEmpty();
    for (String nothing : new String[] {"", "+", "%C2%A0", "%E3%80%80", "%E2%80%8B"}) {
      assertThat(list("q=" + nothing)).as(nothing).isEqualTo(list(""));
    }
  }

  @Test
  void are_found_ignoring_case_and_unicode_form() {
    enter("name", "Straße Élan");
    assertThat(list("q=%C3%89LAN")).containsExactly("Straße Élan");
    assertThat(list("q=%C3%A9lan")).containsExactly("Straße Élan");
    assertThat(list("q=E%CC%81lan")).containsExactly("Straße Élan");
    assertThat(list("q=STRASSE")).containsExactly("Straße Élan");
    assertThat(list("q=elan+strasse")).containsExactly("Straße Élan");
  }

  @Test
  void are_not_searched_for_text_that_is_not_utf_8() {
    for (String parameter : List.of("q=Jos%E9", "region=%FF", "limit=%C3", "%E9=1")) {
      Answer refused = manager.api().get("/api/clients?" + parameter);
      assertThat(refused.expectProblem(400, "invalid-input").text("/errors/0/message"))
          .as(parameter)
          .isEqualTo("is not UTF-8");
      assertThat(ProblemShape.places(refused))
          .containsExactly(
              "?" + (parameter.startsWith("%") ? "query" : parameter.replaceFirst("=.*", "")));
    }
  }

  @Test
  void are_sorted_as_in_an_alphabet() {
    for (String name : List.of("Zoe", "Émile", "adam", "Łukasz", "Øster", "Paul")) {
      enter("name", name);
    }
    assertThat(list("")).containsExactly("adam", "Émile", "Łukasz", "Øster", "Paul", "Zoe");
  }

  @Test
  void wildcards_in_a_search_are_literal() {
    enter("name", "100% sure_thing \\ more");
    enter("name", "1000 sure thing");
    assertThat(list("q=100%25")).containsExactly("100% sure_thing \\ more");
    assertThat(list("q=sure_t")).containsExactly("100% sure_thing \\ more");
    assertThat(list("q=%5C")).containsExactly("100% sure_thing \\ more");
  }

  @Test
  void filters_can_be_combined() {
    enter("name", "Ada One", "status", "ACTIVE", "ownerId", manager.id());
    enter("name", "Ada Two", "status", "ACTIVE");
    enter("name", "Ada Three", "ownerId", manager.id());
    assertThat(list("q=ada&status=ACTIVE&ownerId=" + manager.id() + "&region=" + manager.region()))
        .containsExactly("Ada One");
  }

  @Test
  void refuses_invalid_parameters() {
    for (String parameters :
        List.of(
            "status=active",
            "status=",
            "region=a//b",
            "ownerId=7",
            "limit=0",
            "limit=201",
            "limit=-1",
            "limit=1.0",
            "limit=ten",
            "limit=",
            "limit=99999999999",
            "limit=1&limit=2",
            "count=yes",
            "count=TRUE",
            "count=1",
            "cursor=",
            "cursor=nonsense",
            "q=%00",
            "name=Ada",
            "Status=ACTIVE",
            "sort=NAME",
            "unowned=yes",
            "notCalledFor=30",
            "notCalledFor=P1M",
            "notCalledFor=P0D",
            "coverage=late",
            "officerId=7")) {
      Answer refused = manager.api().get("/api/clients?" + parameters);
      assertThat(ProblemShape.places(refused))
          .containsExactly("?" + parameters.replaceFirst("=.*", ""));
    }
  }

  @Test
  void reports_all_invalid_parameters_together() {
    Answer refused =
        manager
            .api()
            .get(
                "/api/clients?status=x&region=/&ownerId=x&limit=x&count=x&more=x&q="
                    + "q".repeat(201));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder(
            "?status", "?region", "?ownerId", "?limit", "?count", "?more", "?q");
  }

  private void enter(@Nullable Object... fields) {
    manager.api().post("/api/clients", Samples.client(fields)).expect(201);
  }

  private List<String> list(String parameters) {
    List<String> names = new ArrayList<>();
    Answer answer = manager.api().get("/api/clients?" + parameters).expect(200);
    answer.at("/items").forEach(item -> names.add(item.path("name").asString()));
    return names;
  }
}
