package io.calllog.api.analytics;

import static io.calllog.api.analytics.RecountedReports.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.application.client.view.CallCoverage;
import io.calllog.domain.client.CallInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compares the report of coverage with the calls of each client.
 *
 * @param lastCalls the start of the last call of each client that has one
 */
record RecountedCoverage(Api api, Map<String, Instant> lastCalls) {

  /** Compares the numbers with the lists, and the lists with the last call of each client. */
  void check() {
    Answer coverage = api.get("/api/analytics/coverage").expect(200);
    assertClients(coverage.at("/total"));
    coverage.at("/items").forEach(this::assertClients);
    coverage.at("/regions").forEach(this::assertClients);
    for (String state : List.of("clients", "inTime", "late", "neverCalled")) {
      assertThat(sum(coverage.at("/items"), "/" + state))
          .isEqualTo(coverage.at("/total/" + state).longValue());
    }
    LocalDate today = LocalDate.parse(coverage.text("/day"));
    ZoneId zone = ZoneId.of(coverage.text("/timeZone"));
    for (JsonNode client : api.items("/api/clients?sort=lastCallAt&limit=200")) {
      Instant last = lastCalls.get(client.at("/id").asString());
      JsonNode lastCallAt = client.at("/lastCallAt");
      assertThat(lastCallAt.isNull() ? null : Instant.parse(lastCallAt.asString()))
          .as("%s", client)
          .isEqualTo(last);
      if (client.at("/callEvery").isString()) {
        LocalDate day = last == null ? null : LocalDate.ofInstant(last, zone);
        CallCoverage expected =
            CallCoverage.of(CallInterval.parse(client.at("/callEvery").asString()), day, today);
        String list = "/api/clients?limit=200&coverage=" + expected;
        assertThat(api.items(list)).extracting(item -> item.at("/id")).contains(client.at("/id"));
      }
    }
  }

  private void assertClients(JsonNode row) {
    for (String state : List.of("clients", "inTime", "late", "neverCalled")) {
      String list = row.at("/links/" + state).asString();
      assertThat(api.get(list + "&count=true&limit=1").expect(200).at("/total").longValue())
          .as(list)
          .isEqualTo(row.at("/" + state).longValue());
    }
  }
}
