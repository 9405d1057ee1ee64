package io.calllog.api.analytics;

import static io.calllog.api.analytics.AnalyticsRequests.get;
import static io.calllog.api.analytics.AnalyticsRequests.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What all reports have in common: days, visibility, entity tags, and refusals. */
@RestOnFakes
class AllReportsApiTest {

  private static final String REPORTS =
      "volumes,call-time-per-officer,calls-per-officer-per-day,outcomes,types,hours,summary";

  private final Accounts accounts;
  private final String region;

  AllReportsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void the_default_is_30_days_and_7_days_per_officer() {
    Account officer = accounts.officer(region);
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    for (String report : REPORTS.split(",", -1)) {
      Answer answer = get(officer, report);
      int days = report.startsWith("calls-per") ? 7 : 30;
      assertThat(answer.text("/to")).isEqualTo(tomorrow.toString());
      assertThat(answer.text("/from")).isEqualTo(tomorrow.minusDays(days).toString());
    }
    Answer earlier = get(officer, "volumes?to=2026-03-01");
    assertThat(earlier.text("/from")).isEqualTo("2026-01-30");
  }

  @Test
  void reports_count_the_calls_that_the_actor_can_list() {
    Account own = accounts.officer(region + "/UK");
    Account sameRegion = accounts.officer(region + "/UK");
    Account below = accounts.officer(region + "/UK/London");
    Account sibling = accounts.officer(region + "/UKX");
    Account unassigned = accounts.officer("unassigned");
    List<Account> everybody = List.of(own, sameRegion, below, sibling, unassigned);
    everybody.forEach(officer -> log(officer, "SUCCESSFUL", 7, "2026-02-01T12:00:00Z"));
    Account manager = accounts.manager(region + "/UK");
    String officers = String.join("", everybody.stream().map(o -> "&officerId=" + o.id()).toList());
    String range = "?from=2026-02-01&to=2026-02-02";

    for (Account actor : List.of(own, sibling, unassigned, manager, accounts.admin())) {
      for (String filter :
          List.of(
              officers,
              officers + "&region=" + region + "/UK",
              officers + "&region=" + region + "/UKX",
              "&officerId=" + below.id())) {
        JsonNode total = get(actor, "volumes" + range + filter).at("/total");
        JsonNode listed =
            actor
                .api()
                .get(
                    "/api/calls?from=2026-02-01T00:00:00Z&to=2026-02-02T00:00:00Z&count=true"
                        + filter)
                .expect(200)
                .at("/total");
        assertThat(total.at("/calls")).as("%s %s", actor, filter).isEqualTo(listed);
        assertThat(total.at("/totalSeconds").longValue()).isEqualTo(7 * listed.longValue());
        Answer behind = actor.api().get(total.at("/links/calls").asString() + "&count=true");
        assertThat(behind.expect(200).at("/total")).isEqualTo(listed);
        assertThat(get(actor, "call-time-per-officer" + range + filter).at("/items").size())
            .isEqualTo(listed.intValue());
      }
    }
    assertThat(get(manager, "volumes" + range).at("/total/calls").intValue()).isEqualTo(3);
    assertThat(get(unassigned, "volumes" + range).at("/total/calls").intValue()).isEqualTo(1);
  }

  @Test
  void the_entity_tag_changes_only_with_the_figures() {
    Account officer = accounts.officer(region);
    Api anew = officer.api().with("Cache-Control", "no-cache");
    String volumes = "/api/analytics/volumes?from=2026-02-01&to=2026-02-03";
    String tag = anew.get(volumes).expect(200).etag();

    assertThat(anew.with("If-None-Match", tag).get(volumes).expect(304).body()).isEmpty();
    log(officer, "SUCCESSFUL", 60, "2026-02-01T12:00:00Z");
    Answer changed = anew.with("If-None-Match", tag).get(volumes).expect(200);
    assertThat(changed.etag()).startsWith("W/\"").isNotEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-02-30,                 from",
    "from=2026-2-3,                   from",
    "to=yesterday,                    to",
    "from=2026-02-01&to=2026-02-01,   to",
    "from=2026-02-02&to=2026-02-01,   to",
    "from=2015-01-01&to=2020-01-02,   to",
    "from=1999-12-30&to=2000-01-01,   from",
    "from=2999-01-01,                 from",
    "region=//,                       region",
    "officerId=7,                     officerId",
    "fromm=2026-02-01,                fromm",
    "from=2026-02-01&from=2026-02-02, from",
  })
  void errors_name_the_parameter(String query, String parameter) {
    Account officer = accounts.officer(region);
    for (String report : REPORTS.split(",", -1)) {
      Answer refused = officer.api().get("/api/analytics/" + report + "?" + query);
      refused.expectProblem(400, "invalid-input");
      assertThat(refused.text("/errors/0/parameter")).isEqualTo(parameter);
    }
  }

  @Test
  void reports_require_a_token() {
    Api anonymous = accounts.admin().api().anonymous();
    for (String report : REPORTS.split(",", -1)) {
      anonymous.get("/api/analytics/" + report).expectProblem(401, "unauthenticated");
    }
  }
}
