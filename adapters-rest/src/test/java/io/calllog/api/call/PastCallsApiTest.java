package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls are kept since February 1990 here. */
@RestOnFakes
class PastCallsApiTest {

  private static final String KEPT_SINCE = "1990-02-01T00:00:00Z";

  private final Account officer;

  PastCallsApiTest(Accounts accounts) {
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/calls",
        "/api/calls.csv",
        "/api/officers/{id}",
        "/api/officers/{id}/calls",
        "/api/changes",
        "/api/analytics/volumes"
      })
  void responses_with_calls_say_since_when_they_are_kept(String path) {
    var answer = officer.api().get(path.replace("{id}", officer.id())).expect(200);
    assertThat(answer.header("Calls-Kept-Since")).isEqualTo(KEPT_SINCE);
    assertThat(officer.api().get("/api/clients").header("Calls-Kept-Since")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1990-02-01", "1989-12-31T23:00:00Z"})
  void a_list_that_ends_before_is_gone(String end) {
    for (String list : new String[] {"/api/calls", "/api/officers/" + officer.id() + "/calls"}) {
      var answer = officer.api().get(list + "?to=" + end).expectProblem(410, "not-kept");
      assertThat(answer.header("Calls-Kept-Since")).isEqualTo(KEPT_SINCE);
      assertThat(answer.text("/detail")).contains(KEPT_SINCE);
    }
    officer.api().get("/api/calls?from=1989-01-01&to=1990-02-02").expect(200);
  }

  @Test
  void a_call_is_gone_by_the_time_in_its_id() {
    Api api = officer.api();
    String past = "/api/calls/" + Samples.callId(Instant.parse("1990-01-31T23:59:59.999Z"));
    api.get(past).expectProblem(410, "not-kept");
    api.get(past + "/revisions").expectProblem(410, "not-kept");
    api.patch(past, Api.json("comment", "Late")).expectProblem(410, "not-kept");
    api.delete(past).expectProblem(410, "not-kept");
    api.post(past + "/restore", Api.json()).expectProblem(410, "not-kept");
    String kept = "/api/calls/" + Samples.callId(Instant.parse(KEPT_SINCE));
    api.get(kept).expectProblem(404, "not-found");
  }
}
