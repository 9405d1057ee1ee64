package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer with the latest calls, and the list of all calls of an officer. */
@RestOnFakes
class GetOfficerApiTest {

  private final Accounts accounts;

  GetOfficerApiTest(Accounts accounts) {
    this.accounts = accounts;
  }

  @Test
  void a_new_officer_has_an_empty_history() {
    Account officer = accounts.officer(Accounts.newRegion());
    Answer answer = officer.api().get(Officers.at(officer.id())).expect(200);

    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "email",
            "phone",
            "region",
            "leads",
            "role",
            "status",
            "createdAt",
            "updatedAt",
            "history",
            "totals");
    assertThat(answer.at("/history/items")).isEmpty();
    assertThat(answer.at("/history/nextCursor").isNull()).isTrue();
    assertThat(answer.at("/totals/calls").longValue()).isZero();
    assertThat(answer.at("/totals/connected").longValue()).isZero();
    assertThat(answer.at("/totals/totalSeconds").longValue()).isZero();
    assertThat(answer.at("/totals/lastCallAt").isNull()).isTrue();
  }

  @Test
  void has_the_newest_calls_first_and_totals_of_all() {
    Account officer = accounts.officer(Accounts.newRegion());
    String old = log(officer, "2026-01-01T10:00:00Z", 60, "SUCCESSFUL");
    String newest = log(officer, "2026-03-01T12:00:00+02:00", 30, "FOLLOW_UP");
    String middle = log(officer, "2026-02-01T10:00:00Z", 0, "MISSED");
    String deleted = log(officer, "2026-03-02T10:00:00Z", 999, "SUCCESSFUL");
    officer.api().delete("/api/calls/" + deleted).expect(204);

    Answer answer = officer.api().get(Officers.at(officer.id())).expect(200);
    assertThat(answer.at("/history/items").valueStream().map(c -> c.at("/id").asString()))
        .containsExactly(newest, middle, old);
    assertThat(answer.at("/totals/calls").longValue()).isEqualTo(3);
    assertThat(answer.at("/totals/connected").longValue()).isEqualTo(2);
    assertThat(answer.at("/totals/totalSeconds").longValue()).isEqualTo(90);
    assertThat(answer.text("/totals/lastCallAt")).isEqualTo("2026-03-01T10:00:00Z");
  }

  @Test
  void embeds_calls_as_they_are_answered_elsewhere() {
    Account officer = accounts.officer(Accounts.newRegion());
    String call = log(officer, "2026-01-01T10:00:00Z", 60, "SUCCESSFUL");

    Answer answer = officer.api().get(Officers.at(officer.id())).expect(200);
    assertThat(answer.at("/history/items/0"))
        .isEqualTo(officer.api().get("/api/calls/" + call).expect(200).json());
    assertThat(officer.api().get(Officers.at(officer.id()) + "/calls").expect(200).at("/items/0"))
        .isEqualTo(answer.at("/history/items/0"));
  }

  @Test
  void continues_the_history_at_its_own_address() {
    Account officer = accounts.officer(Accounts.newRegion());
    List<String> logged = new ArrayList<>();
    for (int i = 0; i < 53; i++) {
      Instant start = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(60L * i);
      logged.addFirst(log(officer, start.toString(), 10, "SUCCESSFUL"));
    }
    Answer answer = officer.api().get(Officers.at(officer.id())).expect(200);

    assertThat(answer.at("/history/items").valueStream().map(c -> c.at("/id").asString()))
        .containsExactlyElementsOf(logged.subList(0, 50));
    assertThat(answer.at("/totals/calls").longValue()).isEqualTo(53);
    String rest = Officers.at(officer.id()) + "/calls?cursor=" + answer.text("/history/nextCursor");
    Answer page = officer.api().get(rest).expect(200);
    assertThat(Officers.each(page, "id")).containsExactlyElementsOf(logged.subList(50, 53));
    assertThat(page.at("/nextCursor").isNull()).isTrue();
  }

  @Test
  void filters_orders_and_counts_all_the_calls() {
    Account officer = accounts.officer(Accounts.newRegion());
    String first = log(officer, "2026-01-01T10:00:00Z", 60, "SUCCESSFUL");
    String second = log(officer, "2026-01-02T10:00:00Z", 5, "SUCCESSFUL");
    String third = log(officer, "2026-01-03T10:00:00Z", 60, "BUSY");

    assertThat(calls(officer, "")).containsExactly(third, second, first);
    assertThat(calls(officer, "?sort=startedAt")).containsExactly(first, second, third);
    assertThat(calls(officer, "?outcome=SUCCESSFUL")).containsExactly(second, first);
    assertThat(calls(officer, "?minDurationSeconds=6")).containsExactly(third, first);
    assertThat(calls(officer, "?from=2026-01-02T10:00:00Z&to=2026-01-03T10:00:00Z"))
        .containsExactly(second);
    assertThat(calls(officer, "?officerId=" + officer.id())).hasSize(3);
    assertThat(calls(officer, "?officerId=" + accounts.admin().id())).isEmpty();
    Answer counted =
        officer.api().get(Officers.at(officer.id()) + "/calls?limit=1&count=true").expect(200);
    assertThat(counted.at("/total").longValue()).isEqualTo(3);
    assertThat(counted.header("Link"))
        .contains(Officers.at(officer.id()) + "/calls?")
        .endsWith(">; rel=\"next\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?x=1", "?limit=0", "?sort=duration", "?from=yesterday", "?cursor=x", "?type=SMS"})
  void refuses_parameters_of_the_calls_that_are_wrong(String query) {
    Account officer = accounts.officer(Accounts.newRegion());

    officer.api().get(Officers.at(officer.id()) + "/calls" + query).expect(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/calls"})
  void is_found_by_its_id_only(String below) {
    Api admin = accounts.admin().api();

    admin.get(Officers.at("0197f000-0000-7000-8000-000000000000") + below).expect(404);
    admin.get(Officers.at("00000000-0000-0000-0000-000000000000") + below).expect(404);
    Answer answer = admin.get(Officers.at("42") + below).expectProblem(400, "invalid-input");
    assertThat(answer.text("/errors/0/parameter")).isEqualTo("id");
  }

  @Test
  void takes_no_parameters() {
    Account officer = accounts.officer(Accounts.newRegion());

    Answer answer = officer.api().get(Officers.at(officer.id()) + "?expand=all").expect(400);
    assertThat(Officers.errors(answer)).containsExactly("expand");
  }

  private static String log(Account officer, String start, int seconds, String outcome) {
    return Officers.call(officer.api(), officer.id(), start, seconds, outcome).id();
  }

  private static List<String> calls(Account officer, String query) {
    Answer page = officer.api().get(Officers.at(officer.id()) + "/calls" + query).expect(200);
    return Officers.each(page, "id");
  }
}
