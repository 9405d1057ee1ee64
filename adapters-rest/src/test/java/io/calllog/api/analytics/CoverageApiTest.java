package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How many clients were called in time. */
@RestOnFakes
class CoverageApiTest {

  private static final String PATH = "/api/analytics/coverage";

  private final Account manager;
  private final Account officer;
  private final String region;
  private final String london;

  CoverageApiTest(Accounts accounts) {
    this.region = Accounts.newRegion();
    this.london = accounts.region(region + "/London");
    this.manager = accounts.manager(region);
    this.officer = accounts.officer(region);
  }

  @Test
  void is_counted_by_owner_and_by_region_with_links_to_the_clients() {
    enter(london, officer.id(), 14);
    enter(region, officer.id(), 15);
    enter(region, officer.id(), -1);
    enter(region, null, 20);
    manager.api().post("/api/clients", Samples.client("region", region)).expect(201);

    Answer coverage = manager.api().get(PATH).expect(200);

    assertThat(coverage.text("/timeZone")).isEqualTo("UTC");
    assertThat(coverage.text("/day")).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(counts(coverage.at("/total"))).isEqualTo("4 1 2 1");
    assertThat(coverage.at("/items").valueStream())
        .extracting(item -> item.at("/officerId") + " " + counts(item))
        .containsExactly("\"" + officer.id() + "\" 3 1 1 1", "null 1 0 1 0");
    assertThat(coverage.text("/items/0/officerName")).isEqualTo(officer.name());
    assertThat(coverage.at("/regions").valueStream())
        .extracting(item -> item.at("/region").asString() + " " + counts(item))
        .containsExactly(region + " 4 1 2 1", london + " 1 1 0 0");
  }

  @Test
  void can_be_filtered_by_owner_and_region() {
    enter(london, officer.id(), -1);
    enter(region, manager.id(), -1);
    enter(region, null, -1);

    for (String query : new String[] {"?officerId=" + officer.id(), "?region=" + london}) {
      Answer coverage = manager.api().get(PATH + query).expect(200);
      assertThat(counts(coverage.at("/total"))).isEqualTo("1 0 0 1");
      assertThat(coverage.at("/items").size()).isEqualTo(1);
      assertThat(counts(coverage.at("/items/0"))).isEqualTo("1 0 0 1");
      assertThat(counts(coverage.at("/regions/0"))).isEqualTo("1 0 0 1");
    }
    Answer none = manager.api().get(PATH + "?region=Elsewhere").expect(200);
    assertThat(counts(none.at("/total"))).isEqualTo("0 0 0 0");
    assertThat(none.at("/items")).isEmpty();
    assertThat(none.at("/regions")).isEmpty();
  }

  @Test
  void is_available_as_csv() {
    enter(region, officer.id(), -1);
    enter(region, null, 30);

    Answer csv = manager.api().get(PATH + ".csv").expect(200);

    assertThat(csv.body().lines())
        .containsExactly(
            "officerId,officerName,clients,inTime,late,neverCalled",
            officer.id() + "," + officer.name() + ",1,0,0,1",
            ",,1,0,1,0");
  }

  @Test
  void is_about_the_current_day_only() {
    for (String parameter : new String[] {"from=2026-01-01", "to=2026-01-01", "includeIdle=true"}) {
      Answer refused = manager.api().get(PATH + "?" + parameter);
      assertThat(ProblemShape.places(refused))
          .containsExactly("?" + parameter.replaceFirst("=.*", ""));
    }
  }

  /** The counts of a row, after comparing them with the lists of clients. */
  private String counts(JsonNode row) {
    StringBuilder counts = new StringBuilder();
    for (String name : new String[] {"clients", "inTime", "late", "neverCalled"}) {
      String list = row.at("/links/" + name).asString();
      long listed = manager.api().get(list + "&count=true").expect(200).at("/total").longValue();
      assertThat(row.at("/" + name).longValue()).as(list).isEqualTo(listed);
      counts.append(counts.isEmpty() ? "" : " ").append(listed);
    }
    return counts.toString();
  }

  /** Adds a client who is to be called every 14 days, and a call so many days ago unless -1. */
  private void enter(String place, @Nullable String owner, int daysAgo) {
    Map<String, @Nullable Object> client =
        Samples.client("region", place, "ownerId", owner, "callEvery", "P14D");
    String id = manager.api().post("/api/clients", client).expect(201).id();
    if (daysAgo >= 0) {
      String start = Instant.now().minus(Duration.ofDays(daysAgo)).toString();
      manager
          .api()
          .post("/api/calls", Samples.call("clientId", id, "startedAt", start))
          .expect(201);
    }
  }
}
