package io.calllog.api.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a cursor is valid, and where it is refused. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class CursorApiTest {

  private static final int CALLS = 9;

  private final Account manager;
  private final Account officer;
  private final String client;
  private final List<String> calls = new ArrayList<>();

  CursorApiTest(Accounts accounts) {
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.client = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    for (String name : List.of("Ada", "bob", "Cem", "Ünal")) {
      manager.api().post("/api/clients", Samples.client("name", name)).expect(201);
    }
    for (int i = 0; i < CALLS; i++) {
      // three at each time, so that pages end between equal times
      String start = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(i / 3).toString();
      var call = Samples.call("clientId", client, "startedAt", start);
      calls.add(officer.api().post("/api/calls", call).expect(201).id());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 9, 10, 200})
  void visits_the_whole_list_with_pages_of_any_size(int limit) {
    Api api = manager.api();
    for (String list :
        List.of(
            "/api/calls?",
            "/api/calls?sort=startedAt",
            "/api/clients/" + client + "/calls?",
            "/api/officers/" + officer.id() + "/calls?",
            "/api/clients?",
            "/api/officers?")) {
      List<String> all = Walk.ids(Walk.byCursor(api, list + "&limit=200", _ -> {}));
      String paged = list + "&limit=" + limit;
      List<String> walked =
          Walk.ids(
              Walk.byCursor(
                  api, paged, page -> assertThat(page.at("/items").size()).isEqualTo(limit)));
      assertThat(walked).as(paged).isEqualTo(all).doesNotHaveDuplicates();
      assertThat(Walk.ids(Walk.byLink(api, paged))).as(paged).isEqualTo(all);
    }
    assertThat(Walk.ids(Walk.byCursor(api, "/api/calls?limit=200", _ -> {})))
        .containsExactlyInAnyOrderElementsOf(calls);
  }

  @Test
  void has_a_link_that_keeps_the_parameters() {
    Answer page =
        manager
            .api()
            .get("/api/calls?outcome=SUCCESSFUL&limit=2&type=OUTGOING&count=true")
            .expect(200);
    assertThat(Walk.target(page.header("Link")))
        .contains("outcome=SUCCESSFUL", "limit=2", "type=OUTGOING", "count=true")
        .endsWith("cursor=" + page.text("/nextCursor"));
    Answer second = manager.api().get(Walk.target(page.header("Link"))).expect(200);
    assertThat(second.at("/items").size()).isEqualTo(2);
    assertThat(second.at("/total").asInt()).isEqualTo(CALLS);
    assertThat(Walk.target(second.header("Link"))).containsOnlyOnce("cursor=");
  }

  @Test
  void is_null_on_the_last_page() {
    for (int limit : new int[] {CALLS, 200}) {
      Answer page = manager.api().get("/api/calls?limit=" + limit).expect(200);
      assertThat(page.json().has("nextCursor")).isTrue();
      assertThat(page.at("/nextCursor").isNull()).isTrue();
      assertThat(page.header("Link")).isEmpty();
    }
  }

  @Test
  void is_valid_with_another_limit_and_count_and_order_of_parameters() {
    Api api = manager.api();
    String list = "/api/calls?type=OUTGOING&outcome=SUCCESSFUL";
    String cursor = api.get(list + "&limit=4").expect(200).text("/nextCursor");
    for (String same :
        List.of(
            list + "&limit=7&count=true",
            list + "&count=false",
            "/api/calls?count=true&outcome=SUCCESSFUL&limit=5&type=OUTGOING")) {
      Answer rest = api.get(same + "&cursor=" + cursor).expect(200);
      assertThat(rest.at("/items").size()).as(same).isEqualTo(5);
    }
  }

  @Test
  void is_valid_with_the_values_of_a_filter_in_another_order() {
    Api api = manager.api();
    String cursor = cursor("/api/calls?type=OUTGOING&type=INCOMING&limit=1");
    api.get("/api/calls?type=INCOMING&type=OUTGOING&cursor=" + cursor).expect(200);
  }

  @Test
  void is_refused_by_another_list() {
    Api api = manager.api();
    String calls = cursor("/api/calls?outcome=SUCCESSFUL&limit=1");
    for (String other :
        List.of(
            "/api/calls?",
            "/api/calls?outcome=BUSY",
            "/api/calls?outcome=SUCCESSFUL&type=OUTGOING",
            "/api/calls?outcome=SUCCESSFUL&sort=startedAt",
            "/api/calls?outcome=SUCCESSFUL&officerId=" + officer.id(),
            "/api/clients/" + client + "/calls?outcome=SUCCESSFUL",
            "/api/officers/" + officer.id() + "/calls?outcome=SUCCESSFUL",
            "/api/clients?",
            "/api/officers?")) {
      assertThat(ProblemShape.places(api.get(other + "&cursor=" + calls)))
          .as(other)
          .containsExactly("?cursor");
    }
    String clients = cursor("/api/clients?q=a&limit=1");
    for (String other : List.of("/api/clients?", "/api/clients?q=b", "/api/calls?")) {
      assertThat(ProblemShape.places(api.get(other + "&cursor=" + clients)))
          .as(other)
          .containsExactly("?cursor");
    }
  }

  @Test
  void grants_no_access() {
    Api stranger = officer.api();
    String cursor = cursor("/api/officers?limit=1");
    Answer page = stranger.get("/api/officers?cursor=" + cursor).expect(200);
    page.at("/items")
        .forEach(item -> assertThat(item.path("id").asString()).isEqualTo(officer.id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "AAAA",
        "null",
        "%20",
        "%00",
        "%ff%fe",
        "..%2f..",
        "eyJpZCI6MX0",
        "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "-",
        "==",
      })
  void is_refused_if_it_is_malformed(String cursor) {
    for (String list : List.of("/api/calls", "/api/clients", "/api/officers")) {
      assertThat(ProblemShape.places(manager.api().get(list + "?cursor=" + cursor)))
          .containsExactly("?cursor");
    }
  }

  @Test
  void is_refused_if_it_is_too_long() {
    Answer refused = manager.api().get("/api/calls?cursor=" + "A".repeat(6_000));
    assertThat(ProblemShape.places(refused)).containsExactly("?cursor");
  }

  @Test
  void is_refused_or_points_elsewhere_if_it_is_changed() {
    var random = new Random(7);
    for (String list : List.of("/api/calls?limit=1", "/api/clients?limit=1")) {
      byte[] genuine = Base64.getUrlDecoder().decode(cursor(list));
      for (int place = 0; place < genuine.length; place++) {
        byte[] tampered = genuine.clone();
        tampered[place] ^= (byte) (1 << random.nextInt(8));
        Answer answer = follow(list, tampered);
        assertThat(answer.status()).as(answer.body()).isIn(200, 400);
      }
      byte[] far = genuine.clone();
      Arrays.fill(far, genuine.length - 12, genuine.length, (byte) 0x7f);
      for (byte[] broken :
          List.of(
              far,
              Arrays.copyOf(genuine, 8),
              Arrays.copyOf(genuine, 20),
              new byte[genuine.length])) {
        assertThat(ProblemShape.places(follow(list, broken))).containsExactly("?cursor");
      }
    }
  }

  @Test
  void is_refused_in_another_encoding() {
    String list = "/api/calls?limit=1";
    byte[] genuine = Base64.getUrlDecoder().decode(cursor(list));
    byte[] longer = Arrays.copyOf(genuine, genuine.length + 1);
    longer[genuine.length] = 'a';
    for (byte[] other : List.of(longer, Arrays.copyOf(genuine, genuine.length + 3))) {
      assertThat(ProblemShape.places(follow(list, other))).containsExactly("?cursor");
    }

    String text = cursor("/api/calls?limit=1");
    char last = text.charAt(text.length() - 1); // contains unused bits
    for (String other :
        List.of(text + "%3D%3D", text.substring(0, text.length() - 1) + (char) (last + 1))) {
      Answer refused = manager.api().get("/api/calls?limit=1&cursor=" + other);
      assertThat(ProblemShape.places(refused)).containsExactly("?cursor");
    }
  }

  @Test
  void counts_exactly_what_the_list_has() {
    Api api = manager.api();
    for (String list :
        List.of(
            "/api/calls?",
            "/api/calls?sort=startedAt",
            "/api/clients/" + client + "/calls?",
            "/api/officers/" + officer.id() + "/calls?")) {
      Answer page = api.get(list + "&limit=1&count=true").expect(200);
      assertThat(page.at("/total").asInt()).as(list).isEqualTo(CALLS);
      assertThat(page.json().has("totalIsLowerBound")).as(list).isFalse();
    }
    assertThat(api.get("/api/clients?limit=1&count=true").at("/total").asInt()).isEqualTo(5);
    assertThat(api.get("/api/officers?limit=1&count=true").at("/total").asInt()).isEqualTo(2);
    assertThat(api.get("/api/calls?limit=1&count=false").json().has("total")).isFalse();
    assertThat(api.get("/api/calls?limit=1").json().has("total")).isFalse();
  }

  @Test
  void is_absent_for_up_to_fifty_items() {
    for (int i = 0; i < 51; i++) {
      var call = Samples.call("outcome", "OTHER", "startedAt", "2025-12-01T00:00:00Z");
      manager.api().post("/api/calls", call).expect(201);
    }
    Answer page = manager.api().get("/api/calls?outcome=OTHER&count=true").expect(200);
    assertThat(page.at("/items").size()).isEqualTo(50);
    assertThat(page.at("/total").asInt()).isEqualTo(51);
    assertThat(page.at("/nextCursor").isString()).isTrue();
    String all = "/api/calls?outcome=OTHER&limit=200";
    assertThat(manager.api().get(all).at("/items").size()).isEqualTo(51);
    manager
        .api()
        .get(all)
        .at("/items")
        .forEach(item -> manager.api().delete("/api/calls/" + item.path("id").asString()));
  }

  private Answer follow(String list, byte[] cursor) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    return manager.api().get(list + "&cursor=" + text);
  }

  private String cursor(String list) {
    return manager.api().get(list).expect(200).text("/nextCursor");
  }
}
