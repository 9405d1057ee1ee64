package io.calllog.api.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Placing officers and clients in regions. */
@RestOnFakes
class PlacingApiTest {

  private final Accounts accounts;
  private final Api admin;
  private final String root;

  PlacingApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
    this.root = accounts.region(Accounts.newRegion());
  }

  /** Otherwise any officer could make regions without limit by changing one client. */
  @ParameterizedTest
  @ValueSource(strings = {"OFFICER", "MANAGER", "ADMIN"})
  void of_clients_needs_a_region_that_exists(String role) {
    Api actor = accounts.create(role, root).api();
    Answer client = actor.post("/api/clients", Samples.client()).expect(201);
    String path = "/api/clients/" + client.id();

    for (String unknown : new String[] {root + "/New", root.toLowerCase(Locale.ROOT)}) {
      var body = Samples.client("region", unknown);
      if (!role.equals("ADMIN") && !unknown.startsWith(root)) {
        actor.post("/api/clients", body).expect(403);
        continue;
      }
      refused(actor.post("/api/clients", body));
      refused(actor.put(path, body));
      refused(actor.patch(path, Api.json("region", unknown)));
    }
    assertThat(actor.get(path).expect(200).etag()).startsWith("\"0.");
    assertThat(Regions.below(admin, root)).isEmpty();

    accounts.region(root + "/New");
    actor.patch(path, Api.json("region", root + "/New")).expect(200);
  }

  @Test
  void of_officers_needs_a_region_that_exists() {
    Account officer = accounts.officer(root);
    String path = "/api/officers/" + officer.id();
    var body =
        Api.json(
            "name",
            "Ann",
            "email",
            Accounts.unique() + "@calllog.example",
            "region",
            root + "/New");

    refused(admin.patch(path, Api.json("region", root + "/New")));
    refused(admin.put(path, body));
    body.put("password", Accounts.PASSWORD);
    refused(admin.post("/api/officers", body));
    officer.api().get("/api/auth/profile").expect(200);
  }

  @Test
  void of_a_new_hire_takes_the_calls_of_the_first_days_along() {
    Account hire = accounts.officer("unassigned");
    String call = hire.api().post("/api/calls", Samples.call()).expect(201).id();
    Api manager = accounts.manager(root).api();
    manager.get("/api/calls/" + call).expect(404);
    Account other = accounts.officer("unassigned");
    String others = other.api().post("/api/calls", Samples.call()).expect(201).id();

    place(hire, root);

    assertThat(manager.get("/api/calls/" + call).expect(200).text("/region")).isEqualTo(root);
    assertThat(counted(manager)).isEqualTo(1);
    assertThat(admin.get("/api/calls/" + others).text("/region")).isEqualTo("unassigned");

    place(hire, accounts.region(root + "/UK"));
    assertThat(manager.get("/api/calls/" + call).expect(200).text("/region")).isEqualTo(root);

    place(hire, "unassigned");
    Account again = accounts.signIn(hire.email(), hire.password());
    String later = again.api().post("/api/calls", Samples.call()).expect(201).id();
    place(hire, root + "/UK");
    assertThat(manager.get("/api/calls/" + later).expect(200).text("/region"))
        .isEqualTo(root + "/UK");
    assertThat(counted(manager)).isEqualTo(2);
  }

  private void place(Account officer, String region) {
    admin.patch("/api/officers/" + officer.id(), Api.json("region", region)).expect(200);
  }

  private static int counted(Api reader) {
    return reader
        .with("Cache-Control", "no-cache")
        .get("/api/analytics/volumes")
        .expect(200)
        .at("/total/calls")
        .intValue();
  }

  private static void refused(Answer answer) {
    assertThat(ProblemShape.places(answer)).containsExactly("/region");
    assertThat(answer.text("/errors/0/code")).isEqualTo("unknown-reference");
  }
}
