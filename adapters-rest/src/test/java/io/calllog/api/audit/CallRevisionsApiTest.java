package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;

@RestOnFakes
class CallRevisionsApiTest {

  private final Accounts accounts;
  private final String region;

  CallRevisionsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void all_officers_who_see_a_call_see_its_revisions() {
    Account officer = accounts.officer(region);
    Account colleague = accounts.officer(region);
    Account stranger = accounts.officer(Accounts.newRegion());
    String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    String call =
        officer.api().post("/api/calls", Samples.call("clientId", client)).expect(201).id();
    String path = "/api/calls/" + call;
    officer.api().patch(path, Api.json("outcome", "BUSY")).expect(200);
    colleague.api().patch(path, Api.json("outcome", "OTHER")).expect(403);
    officer.api().patch(path, Api.json("comment", "Later")).expect(200);

    for (Api reader :
        new Api[] {officer.api(), colleague.api(), accounts.manager(region).api(), admin()}) {
      Answer page = reader.get(path + "/revisions").expect(200);
      var revisions = page.at("/items").valueStream().toList();
      assertThat(Trail.actions(revisions)).containsExactly("CALL_CHANGED", "CALL_CHANGED");
      assertThat(Trail.changes(revisions.getFirst())).containsExactly("comment: null -> Later");
      assertThat(Trail.changes(revisions.getLast())).containsExactly("outcome: SUCCESSFUL -> BUSY");
      assertThat(Trail.text(revisions.getFirst(), "actorId")).isEqualTo(officer.id());
      assertThat(page.body()).doesNotContain("127.0.0.1").doesNotContain("address");
    }
    stranger.api().get(path + "/revisions").expectProblem(404, "not-found");
    admin().anonymous().get(path + "/revisions").expect(401);
  }

  @Test
  void revisions_have_pages() {
    Account officer = accounts.officer(region);
    String path = "/api/calls/" + officer.api().post("/api/calls", Samples.call()).id();
    String other = "/api/calls/" + officer.api().post("/api/calls", Samples.call()).id();
    for (int i = 0; i < 3; i++) {
      officer.api().patch(path, Api.json("durationSeconds", i)).expect(200);
    }

    Answer first = officer.api().get(path + "/revisions?limit=2&count=true").expect(200);
    assertThat(first.at("/total").asInt()).isEqualTo(3);
    String cursor = "?limit=2&cursor=" + first.text("/nextCursor");
    Answer second = officer.api().get(path + "/revisions" + cursor).expect(200);
    assertThat(Trail.changes(second.at("/items/0"))).containsExactly("durationSeconds: 60 -> 0");
    assertThat(second.at("/nextCursor").isNull()).isTrue();
    officer.api().get(other + "/revisions" + cursor).expectProblem(400, "invalid-input");
    officer.api().delete(path).expect(204);
    officer.api().get(path + "/revisions").expectProblem(404, "not-found");
  }

  private Api admin() {
    return accounts.admin().api();
  }
}
