package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters and order of lists of calls. The comments of the calls serve as their names. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class ListCallsApiTest {

  private static final String CALLS = "/api/calls";

  private final Account manager;
  private final Account london;
  private final Account york;
  private final String ada;
  private final String bob;

  ListCallsApiTest(Accounts accounts) {
    this.manager = accounts.manager(Accounts.newRegion());
    this.london = accounts.officer(manager.region() + "/UK/London");
    this.york = accounts.officer(manager.region() + "/UKX");
    this.ada = manager.api().post("/api/clients", Samples.client("name", "Ada")).expect(201).id();
    this.bob = manager.api().post("/api/clients", Samples.client("name", "Bob")).expect(201).id();
  }

  @BeforeAll
  void some_calls() {
    log(london, "one", 8, "clientId", ada, "type", "INCOMING", "durationSeconds", 0);
    log(london, "two", 9, "clientId", bob, "outcome", "BUSY", "durationSeconds", 59);
    log(york, "three", 10, "clientId", ada, "outcome", "MISSED", "durationSeconds", 60);
    log(york, "four", 11, "outcome", "OTHER", "durationSeconds", 61);
    log(manager, "five", 12, "type", "INCOMING", "outcome", "NO_ANSWER", "durationSeconds", 600);
  }

  @Test
  void are_ordered_newest_first_or_oldest_first() {
    assertThat(list("")).containsExactly("five", "four", "three", "two", "one");
    assertThat(list("sort=-startedAt")).containsExactly("five", "four", "three", "two", "one");
    assertThat(list("sort=startedAt")).containsExactly("one", "two", "three", "four", "five");
  }

  @Test
  void can_be_filtered_by_officers() {
    assertThat(list("officerId=" + london.id())).containsExactly("two", "one");
    assertThat(list("officerId=" + london.id() + "&officerId=" + manager.id()))
        .containsExactly("five", "two", "one");
    assertThat(list("sort=startedAt&officerId=" + york.id() + "&officerId=" + london.id()))
        .containsExactly("one", "two", "three", "four");
    assertThat(list("officerId=" + london.id() + "&officerId=" + london.id()))
        .containsExactly("two", "one");
  }

  @Test
  void are_found_by_words_of_their_comments() {
    assertThat(list("q=FOUR")).containsExactly("four");
    assertThat(list("q=t")).containsExactly("three", "two");
    assertThat(list("q=t&officerId=" + york.id())).containsExactly("three");
    assertThat(list("q=t&outcome=BUSY")).containsExactly("two");
    assertThat(list("q=wo")).isEmpty();
    assertThat(list("q=two%20three")).isEmpty();
    assertThat(manager.api().get("/api/calls.csv?q=fiv").expect(200).body().lines().skip(1))
        .singleElement()
        .asString()
        .contains("five");
    manager.api().get("/api/calls?q=a%0ab").expectProblem(400, "invalid-input");
    String cursor = manager.api().get("/api/calls?limit=1&q=t").expect(200).text("/nextCursor");
    manager.api().get("/api/calls?q=th&cursor=" + cursor).expectProblem(400, "invalid-input");
  }

  @Test
  void can_be_filtered_by_clients() {
    assertThat(list("clientId=" + ada)).containsExactly("three", "one");
    assertThat(list("clientId=" + ada + "&clientId=" + bob)).containsExactly("three", "two", "one");
  }

  @Test
  void can_be_filtered_by_type_and_outcome() {
    assertThat(list("type=INCOMING")).containsExactly("five", "one");
    assertThat(list("type=INCOMING&type=OUTGOING"))
        .containsExactly("five", "four", "three", "two", "one");
    assertThat(list("outcome=BUSY")).containsExactly("two");
    assertThat(list("outcome=BUSY&outcome=MISSED&outcome=NO_ANSWER"))
        .containsExactly("five", "three", "two");
    assertThat(list("type=OUTGOING&outcome=NO_ANSWER")).isEmpty();
  }

  @Test
  void can_be_filtered_by_the_region_they_were_made_in() {
    assertThat(list("region=" + manager.region())).hasSize(5);
    assertThat(list("region=" + manager.region() + "/UK")).containsExactly("two", "one");
    assertThat(list("region=" + manager.region() + "/UK/London")).containsExactly("two", "one");
    assertThat(list("region=" + manager.region() + "/UKX")).containsExactly("four", "three");
    assertThat(list("region=" + manager.region() + "/U")).isEmpty();
    assertThat(list("region=Elsewhere")).isEmpty();
  }

  @Test
  void can_be_filtered_by_duration() {
    assertThat(list("minDurationSeconds=60")).containsExactly("five", "four", "three");
    assertThat(list("minDurationSeconds=0")).hasSize(5);
    assertThat(list("minDurationSeconds=601")).isEmpty();
  }

  @Test
  void from_is_inclusive_and_to_is_exclusive() {
    assertThat(list("from=2026-04-01T09:00:00Z")).containsExactly("five", "four", "three", "two");
    assertThat(list("from=2026-04-01T09:00:00.001Z")).containsExactly("five", "four", "three");
    assertThat(list("to=2026-04-01T09:00:00Z")).containsExactly("one");
    assertThat(list("to=2026-04-01T09:00:00.001Z")).containsExactly("two", "one");
    assertThat(list("from=2026-04-01T09:00:00Z&to=2026-04-01T11:00:00Z"))
        .containsExactly("three", "two");
    assertThat(list("from=2026-04-01T11:00:00%2B02:00&to=2026-04-01T11:00:00Z"))
        .containsExactly("three", "two");
    assertThat(list("from=2026-04-01T09:00:00Z&to=2026-04-01T09:00:00Z")).isEmpty();
  }

  @Test
  void filters_can_be_combined() {
    assertThat(
            list(
                "officerId=%s&clientId=%s&type=OUTGOING&outcome=MISSED&region=%s&from=%s&to=%s&minDurationSeconds=60"
                    .formatted(
                        york.id(),
                        ada,
                        york.region(),
                        "2026-04-01T10:00:00Z",
                        "2026-04-02T00:00:00Z")))
        .containsExactly("three");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-04-01&to=2026-04-02, 5",
    "from=2026-04-02, 0",
    "to=2026-04-01, 0",
    "from=2026-04-01T10:00Z, 3",
    "from=2026-04-01T12:00:00%2B0200, 3",
    "from=2026-04-01T12:00:00+02:00, 3"
  })
  void can_be_filtered_by_a_day_or_by_a_time_in_several_notations(String range, int calls) {
    assertThat(manager.api().get(CALLS + "?" + range).expect(200).at("/items")).hasSize(calls);
  }

  @Test
  void of_an_unknown_resource_are_empty() {
    assertThat(list("officerId=" + UUID.randomUUID())).isEmpty();
    assertThat(list("clientId=" + UUID.randomUUID())).isEmpty();
    assertThat(list("clientId=" + UUID.randomUUID() + "&clientId=" + bob)).containsExactly("two");
    Answer empty = london.api().get(CALLS + "?count=true&officerId=" + york.id()).expect(200);
    assertThat(empty.at("/items").size()).isZero();
    assertThat(empty.at("/total").asInt(-1)).isZero();
  }

  @Test
  void have_the_names_of_officer_and_client() {
    Answer answer = manager.api().get(CALLS + "?outcome=BUSY").expect(200);
    assertThat(answer.text("/items/0/officerName")).isEqualTo(london.name());
    assertThat(answer.text("/items/0/clientName")).isEqualTo("Bob");
    assertThat(answer.text("/items/0/region")).isEqualTo(london.region());
    assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("items", "nextCursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "officerId=7",
        "officerId=",
        "clientId=null",
        "type=incoming",
        "type=",
        "outcome=DONE",
        "region=a//b",
        "region=a&region=b",
        "from=2026-04-31",
        "from=",
        "to=tomorrow",
        "to=2026-04-01T00:00:00Z&to=2026-04-02T00:00:00Z",
        "minDurationSeconds=-1",
        "minDurationSeconds=86401",
        "minDurationSeconds=1.5",
        "minDurationSeconds=99999999999",
        "minDurationSeconds=%2B5",
        "sort=duration",
        "sort=-startedat",
        "sort=startedAt&sort=-startedAt",
        "limit=0",
        "limit=201",
        "count=maybe",
        "cursor=%FF",
        "q=a%0ab",
        "ownerId=7",
        "OfficerId=7",
        "officerId%5B%5D=7",
      })
  void refuses_invalid_parameters(String parameters) {
    String name =
        java.net.URLDecoder.decode(
            parameters.replaceFirst("=.*", ""), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(ProblemShape.places(manager.api().get(CALLS + "?" + parameters)))
        .containsExactly("?" + name);
  }

  @Test
  void reports_all_invalid_parameters_together() {
    Answer refused =
        manager
            .api()
            .get(
                CALLS
                    + "?officerId=x&clientId=x&type=x&outcome=x&region=/&from=x&to=x"
                    + "&minDurationSeconds=x&sort=x&limit=x&count=x&more=x");
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder(
            "?officerId",
            "?clientId",
            "?type",
            "?outcome",
            "?region",
            "?from",
            "?to",
            "?minDurationSeconds",
            "?sort",
            "?limit",
            "?count",
            "?more");
  }

  private void log(Account by, String comment, int hour, @Nullable Object... fields) {
    var call = Samples.call(fields);
    call.put("comment", comment);
    call.put(
        "startedAt", Instant.parse("2026-04-01T00:00:00Z").plusSeconds(hour * 3_600L).toString());
    call.put("officerId", by.id());
    manager.api().post(CALLS, call).expect(201);
  }

  private List<String> list(String parameters) {
    List<String> comments = new ArrayList<>();
    Answer answer = manager.api().get(CALLS + "?" + parameters).expect(200);
    answer.at("/items").forEach(item -> comments.add(item.path("comment").asString()));
    return comments;
  }
}
