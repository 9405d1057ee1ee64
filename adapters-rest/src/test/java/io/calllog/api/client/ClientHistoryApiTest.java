package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history and the totals of a client. */
@RestOnFakes
class ClientHistoryApiTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;
  private final String client;

  ClientHistoryApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.client =
        manager.api().post("/api/clients", Samples.client("name", "Ada")).expect(201).id();
  }

  @Test
  void is_empty_at_first() {
    Answer page = manager.api().get(path()).expect(200);
    assertThat(page.at("/history/items").size()).isZero();
    assertThat(page.at("/history/nextCursor").isNull()).isTrue();
    assertThat(page.at("/totals/calls").asInt(-1)).isZero();
    assertThat(page.at("/totals/connected").asInt(-1)).isZero();
    assertThat(page.at("/totals/totalSeconds").asInt(-1)).isZero();
    assertThat(page.at("/totals").has("lastCallAt")).isTrue();
    assertThat(page.at("/totals/lastCallAt").isNull()).isTrue();
  }

  @Test
  void is_complete_for_all_officers_who_see_the_client() {
    Account colleague = accounts.officer(manager.region());
    String first = log(officer, 0, "outcome", "SUCCESSFUL", "durationSeconds", 100);
    String second = log(colleague, 60, "outcome", "FOLLOW_UP", "durationSeconds", 20);
    String third = log(accounts.admin(), 120, "outcome", "BUSY", "durationSeconds", 3);

    for (Account reader : List.of(officer, colleague, manager, accounts.admin())) {
      Answer page = reader.api().get(path()).expect(200);
      assertThat(ids(page.at("/history/items"))).containsExactly(third, second, first);
      assertThat(page.at("/totals/calls").asInt()).isEqualTo(3);
      assertThat(page.at("/totals/connected").asInt()).isEqualTo(2);
      assertThat(page.at("/totals/totalSeconds").asInt()).isEqualTo(123);
      assertThat(page.text("/totals/lastCallAt")).isEqualTo(NOON.plusSeconds(120).toString());
      assertThat(ids(reader.api().get(path() + "/calls").expect(200).at("/items")))
          .containsExactly(third, second, first);
    }
  }

  @Test
  void embeds_whole_calls() {
    Answer call = officer.api().post("/api/calls", Samples.call("clientId", client)).expect(201);
    assertThat(manager.api().get(path()).at("/history/items/0")).isEqualTo(call.json());
    assertThat(call.text("/clientName")).isEqualTo("Ada");
    assertThat(call.text("/officerName")).isEqualTo(officer.name());
  }

  @Test
  void counts_each_outcome_as_connected_or_not() {
    for (String outcome :
        new String[] {"SUCCESSFUL", "MISSED", "FOLLOW_UP", "NO_ANSWER", "BUSY", "OTHER"}) {
      log(officer, 0, "outcome", outcome, "durationSeconds", 1);
    }
    Answer page = manager.api().get(path()).expect(200);
    assertThat(page.at("/totals/calls").asInt()).isEqualTo(6);
    assertThat(page.at("/totals/connected").asInt()).isEqualTo(2);
  }

  @Test
  void excludes_deleted_calls_and_those_with_other_clients() {
    String kept = log(officer, 0);
    String deleted = log(officer, 60);
    String moved = log(officer, 120);
    officer.api().delete("/api/calls/" + deleted).expect(204);
    officer.api().patch("/api/calls/" + moved, Api.json("clientId", null)).expect(200);

    Answer page = manager.api().get(path()).expect(200);
    assertThat(ids(page.at("/history/items"))).containsExactly(kept);
    assertThat(page.at("/totals/calls").asInt()).isEqualTo(1);
    assertThat(page.text("/totals/lastCallAt")).isEqualTo(NOON.toString());
  }

  @Test
  void embeds_the_newest_50_calls_and_links_to_the_rest() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 53; i++) {
      all.addFirst(log(i % 2 == 0 ? officer : manager, i));
    }
    Answer page = manager.api().get(path()).expect(200);
    assertThat(ids(page.at("/history/items"))).isEqualTo(all.subList(0, 50));
    assertThat(page.at("/totals/calls").asInt()).isEqualTo(53);

    Answer rest =
        manager
            .api()
            .get(path() + "/calls?count=true&limit=2&cursor=" + page.text("/history/nextCursor"))
            .expect(200);
    assertThat(ids(rest.at("/items"))).isEqualTo(all.subList(50, 52));
    assertThat(rest.at("/total").asInt()).isEqualTo(53);
    Answer last =
        manager.api().get(path() + "/calls?cursor=" + rest.text("/nextCursor")).expect(200);
    assertThat(ids(last.at("/items"))).isEqualTo(all.subList(52, 53));
    assertThat(last.at("/nextCursor").isNull()).isTrue();
  }

  @Test
  void can_be_filtered_as_all_lists_of_calls() {
    String mine = log(officer, 0, "outcome", "BUSY");
    String other = log(manager, 60, "outcome", "BUSY");
    log(manager, 120, "outcome", "OTHER");
    assertThat(listed("outcome=BUSY&sort=startedAt")).containsExactly(mine, other);
    assertThat(listed("officerId=" + officer.id())).containsExactly(mine);
    assertThat(listed("from=2026-03-10T12:01:00Z&to=2026-03-10T12:02:00Z")).containsExactly(other);
    assertThat(listed("clientId=" + UUID.randomUUID())).isEmpty();
    assertThat(listed("outcome=BUSY&clientId=" + client)).containsExactly(other, mine);
  }

  @Test
  void changes_the_tag_but_not_the_version() {
    Api api = manager.api();
    String before = api.get(path()).expect(200).etag();
    Answer unchanged = api.with("If-None-Match", before).get(path()).expect(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(unchanged.etag()).isEqualTo(before);

    log(officer, 0);
    Answer after = api.with("If-None-Match", before).get(path()).expect(200);
    assertThat(after.etag()).isNotEqualTo(before).matches("\"0\\.[0-9a-f]+\"");
    assertThat(before).matches("\"0\\.[0-9a-f]+\"");
    api.ifMatch(before).patch(path(), Api.json("company", "Acme")).expect(200);
    assertThat(api.get(path()).etag()).startsWith("\"1.");
  }

  @Test
  void is_not_found_if_the_client_is_invisible() {
    Account stranger = accounts.manager(Accounts.newRegion());
    stranger.api().get(path()).expectProblem(404, "not-found");
    stranger.api().get(path() + "/calls").expectProblem(404, "not-found");
    stranger.api().get(path() + "/calls?limit=0").expectProblem(400, "invalid-input");
  }

  @Test
  void is_cached_privately_and_revalidated() {
    Answer page = manager.api().get(path()).expect(200);
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(String.join(", ", page.headers().allValues("Vary")))
        .contains("Authorization", "Accept");
  }

  private String path() {
    return "/api/clients/" + client;
  }

  private String log(Account by, int secondsAfterNoon, @Nullable Object... fields) {
    var call = Samples.call(fields);
    call.put("clientId", client);
    call.put("startedAt", NOON.plusSeconds(secondsAfterNoon).toString());
    return by.api().post("/api/calls", call).expect(201).id();
  }

  private List<String> listed(String parameters) {
    return ids(manager.api().get(path() + "/calls?" + parameters).expect(200).at("/items"));
  }

  private static List<String> ids(JsonNode items) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }
}
