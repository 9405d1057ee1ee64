package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are accepted with any offset and returned in UTC. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class CallTimeApiTest {

  private static final String CALLS = "/api/calls";

  private final Account officer;

  CallTimeApiTest(Accounts accounts) {
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z",
    "2026-03-29T02:30:00+01:00, 2026-03-29T01:30:00Z",
    "2026-10-25T02:30:00+02:00, 2026-10-25T00:30:00Z",
    "2026-10-25T02:30:00+01:00, 2026-10-25T01:30:00Z",
    "2026-01-01T00:15:00+14:00, 2025-12-31T10:15:00Z",
    "2025-12-31T23:45:00-12:00, 2026-01-01T11:45:00Z",
    "2026-05-04T15:15:00+05:45, 2026-05-04T09:30:00Z",
    "2026-05-04T06:00:00-03:30, 2026-05-04T09:30:00Z",
    "2026-05-04T09:30:00+18:00, 2026-05-03T15:30:00Z",
    "2026-05-04T09:30:00-18:00, 2026-05-05T03:30:00Z",
    "2026-05-04T09:30:00-00:00, 2026-05-04T09:30:00Z",
    "2026-05-04T09:30Z, 2026-05-04T09:30:00Z",
    "2026-05-04T09:30+0100, 2026-05-04T08:30:00Z",
    "2026-05-04t09:30:00z, 2026-05-04T09:30:00Z",
    "2024-02-29T12:00:00Z, 2024-02-29T12:00:00Z",
  })
  void accepts_any_offset_and_returns_utc(String in, String out) {
    Answer logged = officer.api().post(CALLS, Samples.call("startedAt", in)).expect(201);
    assertThat(logged.text("/startedAt")).isEqualTo(out);
    assertThat(officer.api().get(CALLS + "/" + logged.id()).text("/startedAt")).isEqualTo(out);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T09:30:00.1Z, 2026-05-04T09:30:00.100Z",
    "2026-05-04T09:30:00.123Z, 2026-05-04T09:30:00.123Z",
    "2026-05-04T09:30:00.1239Z, 2026-05-04T09:30:00.123Z",
    "2026-05-04T09:30:59.999999999Z, 2026-05-04T09:30:59.999Z",
    "2026-05-04T09:30:00.0000001Z, 2026-05-04T09:30:00Z",
  })
  void keeps_milliseconds(String in, String out) {
    Answer logged = officer.api().post(CALLS, Samples.call("startedAt", in)).expect(201);
    assertThat(logged.text("/startedAt")).isEqualTo(out);
    assertThat(officer.api().get(CALLS + "/" + logged.id()).text("/startedAt")).isEqualTo(out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04T09:30:00",
        "2026-05-04T09Z",
        "2026-05-04 09:30:00",
        "2026-05-04T09:30:00+1",
        "2026-05-04T09:30:00+01:0",
        "2026-05-04T09:30:00+18:01",
        "2026-05-04T09:30:00+01:60",
        "2026-05-04T24:00:01Z",
        "2026-05-04T09:60:00Z",
        "2026-02-29T09:30:00Z",
        "2026-13-01T09:30:00Z",
        "2026-00-01T09:30:00Z",
        "2026-05-32T09:30:00Z",
        "+12026-05-04T09:30:00Z",
        "2026-05-04T09:30:00[Europe/Paris]",
        "2026-05-04T09:30:00,5Z",
        "1777887000",
        "now",
        "",
        "２０２６-05-04T09:30:00Z",
      })
  void refuses_other_formats(String time) {
    Answer refused = officer.api().post(CALLS, Samples.call("startedAt", time));
    assertThat(ProblemShape.places(refused)).containsExactly("/startedAt");
    Answer asked =
        officer
            .api()
            .get(
                CALLS
                    + "?from="
                    + java.net.URLEncoder.encode(time, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(ProblemShape.places(asked)).containsExactly("?from");
  }

  /** But the bounds of a list can be days. */
  @Test
  void of_a_call_are_not_days() {
    Answer refused = officer.api().post(CALLS, Samples.call("startedAt", "2026-05-04"));
    assertThat(ProblemShape.places(refused)).containsExactly("/startedAt");
    officer.api().get(CALLS + "?from=2026-05-04").expect(200);
  }

  @Test
  void refuses_numbers() {
    Answer refused = officer.api().post(CALLS, Samples.call("startedAt", 1_777_887_000));
    assertThat(ProblemShape.places(refused)).containsExactly("/startedAt");
  }

  @Test
  void may_be_up_to_five_minutes_in_the_future() {
    String soon = Instant.now().plusSeconds(290).toString();
    officer.api().post(CALLS, Samples.call("startedAt", soon)).expect(201);
    for (String late :
        List.of(
            Instant.now().plusSeconds(320).toString(),
            "2099-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59-12:00")) {
      Answer refused = officer.api().post(CALLS, Samples.call("startedAt", late));
      assertThat(ProblemShape.places(refused)).containsExactly("/startedAt");
    }
  }

  @Test
  void must_not_be_before_the_year_2000() {
    String first = "2000-01-01T00:00:00Z";
    assertThat(
            officer
                .api()
                .post(CALLS, Samples.call("startedAt", first))
                .expect(201)
                .text("/startedAt"))
        .isEqualTo(first);
    officer.api().post(CALLS, Samples.call("startedAt", "1999-12-31T23:00:00-01:00")).expect(201);
    for (String early :
        List.of(
            "1999-12-31T23:59:59.999Z",
            "2000-01-01T00:59:59+01:00",
            "1970-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            "0000-01-01T00:00:00+12:00")) {
      Answer refused = officer.api().post(CALLS, Samples.call("startedAt", early));
      assertThat(ProblemShape.places(refused)).containsExactly("/startedAt");
    }
  }

  @Test
  void a_filter_accepts_any_time() {
    for (String range :
        List.of(
            "from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59-18:00",
            "from=9999-12-31T23:59:59Z",
            "from=0001-01-01T00:00:00Z&sort=startedAt",
            "to=9999-12-31T23:59:59.999999999Z&sort=startedAt")) {
      officer.api().get(CALLS + "?count=true&" + range).expect(200);
    }
    // Calls are kept since 1990 here.
    officer
        .api()
        .get(CALLS + "?count=true&to=0000-01-01T00:00:00%2B18:00")
        .expectProblem(410, "not-kept");
  }
}
