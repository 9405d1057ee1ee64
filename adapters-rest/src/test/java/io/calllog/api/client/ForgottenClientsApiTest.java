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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of clients by their last calls, and clients that are to be called again and again. */
@RestOnFakes
class ForgottenClientsApiTest {

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Account manager;
  private final Account officer;
  private final Account colleague;

  ForgottenClientsApiTest(Accounts accounts) {
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.colleague = accounts.officer(manager.region());
  }

  @Test
  void items_have_the_totals_of_all_calls() {
    String client = enter("Ada");
    log(officer, client, 2, "outcome", "SUCCESSFUL");
    log(colleague, client, 1, "outcome", "NO_ANSWER");

    for (Account reader : List.of(officer, colleague, manager)) {
      Answer list = reader.api().get("/api/clients").expect(200);
      assertThat(list.at("/items/0/calls").asInt()).isEqualTo(2);
      assertThat(list.at("/items/0/connected").asInt()).isEqualTo(1);
      assertThat(list.text("/items/0/lastCallAt"))
          .isEqualTo(now.minus(Duration.ofDays(1)).toString());
      Answer read = reader.api().get("/api/clients/" + client).expect(200);
      for (String name : list.at("/items/0").propertyNames()) {
        assertThat(read.at("/" + name)).as(name).isEqualTo(list.at("/items/0/" + name));
      }
    }
  }

  @Test
  void are_listed_by_last_call_in_pages() {
    log(officer, enter("Today"), 0);
    log(officer, enter("Old"), 40);
    log(officer, enter("Older"), 50);
    enter("Never");

    assertThat(names("sort=lastCallAt")).containsExactly("Never", "Older", "Old", "Today");
    assertThat(names("sort=-lastCallAt")).containsExactly("Today", "Old", "Older", "Never");
    assertThat(names("sort=name")).containsExactly("Never", "Old", "Older", "Today");
    for (String sort : List.of("lastCallAt", "-lastCallAt")) {
      assertThat(pages("sort=" + sort)).isEqualTo(names("sort=" + sort));
    }
    Answer first = manager.api().get("/api/clients?sort=lastCallAt&limit=1").expect(200);
    for (String other : List.of("", "sort=name&", "sort=-lastCallAt&", "sort=lastCallAt&q=o&")) {
      Answer refused =
          manager.api().get("/api/clients?" + other + "cursor=" + first.text("/nextCursor"));
      assertThat(ProblemShape.places(refused)).containsExactly("?cursor");
    }
  }

  @Test
  void are_found_if_nobody_has_called_them_for_so_long() {
    log(officer, enter("Today"), 0);
    log(officer, enter("Thirty"), 30);
    log(officer, enter("Forty"), 40);
    enter("Never");

    assertThat(names("notCalledFor=P30D")).containsExactly("Forty", "Never");
    assertThat(names("notCalledFor=P4W&sort=-lastCallAt"))
        .containsExactly("Thirty", "Forty", "Never");
    assertThat(names("notCalledFor=P1D&ownerId=" + officer.id())).isEmpty();
    assertThat(csv("notCalledFor=P30D&sort=lastCallAt")).containsExactly("Never", "Forty");
  }

  @Test
  void are_found_by_their_coverage() {
    log(officer, enter("In time", "callEvery", "P14D"), 14);
    log(officer, enter("Late", "callEvery", "P2W"), 15);
    enter("Never", "callEvery", "P1W", "ownerId", officer.id());
    log(officer, enter("Unbound"), 100);

    assertThat(names("coverage=IN_TIME")).containsExactly("In time");
    assertThat(names("coverage=LATE")).containsExactly("Late");
    assertThat(names("coverage=NEVER_CALLED")).containsExactly("Never");
    assertThat(names("coverage=LATE&coverage=NEVER_CALLED&sort=lastCallAt"))
        .containsExactly("Never", "Late");
    assertThat(names("unowned=true&coverage=LATE&coverage=NEVER_CALLED")).containsExactly("Late");
    assertThat(names("unowned=false")).hasSize(4);
  }

  @Test
  void the_interval_is_set_changed_and_removed() {
    Api api = manager.api();
    String path = "/api/clients/" + enter("Ada", "callEvery", "P2W");
    assertThat(api.get(path).expect(200).text("/callEvery")).isEqualTo("P14D");
    assertThat(api.patch(path, Api.json("callEvery", "P30D")).expect(200).text("/callEvery"))
        .isEqualTo("P30D");
    assertThat(api.patch(path, Api.json("company", "Acme")).expect(200).text("/callEvery"))
        .isEqualTo("P30D");
    assertThat(api.patch(path, Api.json("callEvery", null)).expect(200).at("/callEvery").isNull())
        .isTrue();
    api.put(path, Samples.client("callEvery", "P1D")).expect(200);
    assertThat(api.get(path).expect(200).text("/callEvery")).isEqualTo("P1D");
    assertThat(api.put(path, Samples.client()).expect(200).at("/callEvery").isNull()).isTrue();
  }

  @Test
  void the_interval_is_audited_and_imported() {
    Api api = manager.api();
    String id = enter("Ada", "callEvery", "P2W");
    api.patch("/api/clients/" + id, Api.json("callEvery", "P30D")).expect(200);
    Answer audited = api.get("/api/audit?action=CLIENT_CHANGED&subjectId=" + id).expect(200);
    assertThat(audited.at("/items/0/changes/0"))
        .hasToString("{\"field\":\"callEvery\",\"from\":\"P14D\",\"to\":\"P30D\"}");

    Answer sent = Imports.send(api, "clients", "name,callEvery", "Bob,p1w", "Carl,P1M").expect(202);
    assertThat(Imports.counts(Imports.ended(api, sent))).containsExactly(1, 0, 1);
    Answer list = api.get("/api/clients?coverage=NEVER_CALLED&q=Bob").expect(200);
    assertThat(list.text("/items/0/callEvery")).isEqualTo("P7D");
  }

  @ParameterizedTest
  @CsvSource({"P1M, malformed", "14, malformed", "P0D, out-of-range", "P3651D, out-of-range"})
  void other_intervals_are_refused(String interval, String code) {
    Answer refused = manager.api().post("/api/clients", Samples.client("callEvery", interval));

    assertThat(ProblemShape.places(refused)).containsExactly("/callEvery");
    assertThat(refused.text("/errors/0/code")).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls", "connected", "lastCallAt"})
  void totals_are_read_only(String name) {
    String path = "/api/clients/" + enter("Ada");

    manager.api().patch(path, Api.json(name, "anything")).expect(200);
    assertThat(
            ProblemShape.places(manager.api().post("/api/clients", Api.json("name", "B", name, 1))))
        .containsExactly("/" + name);
  }

  private String enter(String name, @Nullable Object... fields) {
    Map<String, @Nullable Object> client = Samples.client(fields);
    client.put("name", name);
    return manager.api().post("/api/clients", client).expect(201).id();
  }

  private void log(Account by, String client, int daysAgo, @Nullable Object... fields) {
    Map<String, @Nullable Object> call = Samples.call(fields);
    call.put("clientId", client);
    call.put("startedAt", now.minus(Duration.ofDays(daysAgo)).toString());
    by.api().post("/api/calls", call).expect(201);
  }

  private List<String> names(String parameters) {
    return names(manager.api().get("/api/clients?" + parameters).expect(200));
  }

  private static List<String> names(Answer page) {
    return page.at("/items").valueStream().map(item -> item.at("/name").asString()).toList();
  }

  private List<String> pages(String parameters) {
    List<String> names = new ArrayList<>();
    Answer page = manager.api().get("/api/clients?count=true&limit=1&" + parameters).expect(200);
    names.addAll(names(page));
    while (!page.at("/nextCursor").isNull()) {
      assertThat(page.at("/total").asInt()).isEqualTo(4);
      page = manager.api().get(page.header("Link").replaceAll("<(.*)>.*", "$1")).expect(200);
      names.addAll(names(page));
    }
    return names;
  }

  private List<String> csv(String parameters) {
    return manager
        .api()
        .with("Accept", "text/csv")
        .get("/api/clients?" + parameters)
        .expect(200)
        .body()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1)[1])
        .toList();
  }
}
