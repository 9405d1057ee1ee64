package io.calllog.api.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renaming, moving and deleting regions. */
@RestOnFakes
class ChangeRegionApiTest {

  private final Accounts accounts;
  private final Api admin;
  private final String root;

  ChangeRegionApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
    this.root = accounts.region(Accounts.newRegion());
    accounts.region(root + "/UK/London");
    accounts.region(root + "/UKX");
  }

  @Test
  void a_rename_takes_everything_with_it_and_signs_nobody_out() {
    Account officer = accounts.officer(root + "/UK/London");
    Account manager = accounts.manager(root + "/UK");
    Account leader = accounts.leader(root, root + "/UK/London", root + "/UKX");
    String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    String call = officer.api().post("/api/calls", Samples.call()).expect(201).id();
    String path = Regions.at(admin, root + "/UK");
    Answer before = admin.get(path).expect(200);

    Answer renamed = admin.patch(path, Api.json("path", root + "/GB")).expect(200);

    assertThat(renamed.id()).isEqualTo(before.id());
    assertThat(renamed.text("/path")).isEqualTo(root + "/GB");
    assertThat(renamed.text("/createdAt")).isEqualTo(before.text("/createdAt"));
    assertThat(renamed.text("/updatedAt")).isGreaterThan(before.text("/updatedAt"));
    assertThat(renamed.etag()).startsWith("\"1.");
    assertThat(admin.get(path).expect(200).json()).isEqualTo(renamed.json());
    assertThat(Regions.below(admin, root))
        .containsExactly(root + "/GB", root + "/GB/London", root + "/UKX");
    for (Account account : List.of(officer, manager)) {
      Answer profile = account.api().get("/api/auth/profile").expect(200);
      assertThat(profile.text("/region")).isEqualTo(account.region().replace("/UK", "/GB"));
      assertThat(account.api().get("/api/clients/" + client).expect(200).text("/region"))
          .isEqualTo(root + "/GB/London");
      assertThat(account.api().get("/api/calls/" + call).expect(200).text("/region"))
          .isEqualTo(root + "/GB/London");
    }
    assertThat(leader.api().get("/api/auth/profile").expect(200).at("/leads"))
        .extracting(led -> led.asString())
        .containsExactly(root + "/GB/London", root + "/UKX");
    leader.api().get("/api/calls/" + call).expect(200);
    for (Account account : List.of(officer, manager, leader)) {
      assertThat(calls(account.api(), root + "/GB")).isEqualTo(1);
      assertThat(calls(account.api(), root + "/UK")).isZero();
      accounts.signIn(account.email(), account.password());
    }
  }

  @Test
  void a_move_creates_the_regions_above_the_new_path() {
    String path = Regions.at(admin, root + "/UK");

    admin.patch(path, Api.json("path", root + "/EMEA/North/UK")).expect(200);

    assertThat(Regions.below(admin, root))
        .containsExactly(
            root + "/EMEA",
            root + "/EMEA/North",
            root + "/EMEA/North/UK",
            root + "/EMEA/North/UK/London",
            root + "/UKX");
  }

  @Test
  void a_move_changes_what_managers_see_at_once() {
    Account former = accounts.manager(root + "/UK");
    Account next = accounts.manager(root + "/UKX");
    Account officer = accounts.officer(root + "/UK/London");
    String path = Regions.at(admin, root + "/UK/London");

    admin.patch(path, Api.json("path", root + "/UKX/London")).expect(200);

    former.api().get("/api/officers/" + officer.id()).expect(404);
    next.api().get("/api/officers/" + officer.id()).expect(200);
    former.api().get(path).expect(404);
    assertThat(next.api().get(path).expect(200).text("/path")).isEqualTo(root + "/UKX/London");
  }

  @Test
  void the_same_path_again_changes_nothing() {
    String path = Regions.at(admin, root + "/UK");
    Answer before = admin.get(path).expect(200);

    for (Object patch : new Object[] {Api.json(), Api.json("path", root + "/UK")}) {
      Answer after = admin.ifMatch(before.etag()).patch(path, patch).expect(200);
      assertThat(after.json()).isEqualTo(before.json());
      assertThat(after.etag()).isEqualTo(before.etag());
    }
    assertThat(admin.patch(Regions.at(admin, ""), Api.json("path", "")).expect(200).text("/path"))
        .isEmpty();
  }

  @Test
  void a_change_is_made_to_the_version_that_was_read() {
    String path = Regions.at(admin, root + "/UK");
    Answer before = admin.get(path).expect(200);
    accounts.officer(root + "/UK"); // changes the tag, but not the version

    admin.ifMatch(before.etag()).patch(path, Api.json("path", root + "/GB")).expect(200);
    admin
        .ifMatch(before.etag())
        .patch(path, Api.json("path", root + "/IE"))
        .expectProblem(412, "precondition-failed");
    admin.ifMatch(before.etag()).delete(path).expectProblem(412, "precondition-failed");
    String below = Regions.at(admin, root + "/GB/London");
    assertThat(admin.get(below).expect(200).etag()).startsWith("\"1.");
  }

  @ParameterizedTest
  @CsvSource({
    "UK/London, UK, 409, region-exists",
    "UK, UKX, 409, region-exists",
    "UK, UK/London, 400, below-itself",
    "UK, UK/Wales/UK, 400, below-itself",
    "UK, a/b/c/d/e, 400, too-long",
    "UK, a//b, 400, malformed"
  })
  void a_region_is_not_moved_from(String from, String to, int status, String code) {
    Answer refused =
        admin
            .patch(Regions.at(admin, root + "/" + from), Api.json("path", root + "/" + to))
            .expect(status);

    if (status == 400) {
      assertThat(ProblemShape.places(refused)).containsExactly("/path");
      assertThat(refused.text("/errors/0/code")).isEqualTo(code);
    } else {
      refused.expectProblem(409, code);
    }
    assertThat(Regions.below(admin, root))
        .containsExactly(root + "/UK", root + "/UK/London", root + "/UKX");
  }

  @ParameterizedTest
  @CsvSource({"''", "unassigned"})
  void the_root_and_unassigned_stay(String fixed) {
    String path = Regions.at(admin, fixed);

    Answer refused = admin.patch(path, Api.json("path", root + "/New")).expect(400);
    assertThat(ProblemShape.places(refused)).containsExactly("/path");
    assertThat(refused.text("/errors/0/code")).isEqualTo("fixed");
    admin.delete(path).expectProblem(409, "region-in-use");
    admin
        .patch(Regions.at(admin, root + "/UKX"), Api.json("path", fixed))
        .expectProblem(409, "region-exists");
  }

  @Test
  void null_and_other_properties_are_refused_in_a_patch() {
    String path = Regions.at(admin, root + "/UK");

    assertThat(ProblemShape.places(admin.patch(path, Api.json("path", null))))
        .containsExactly("/path");
    assertThat(ProblemShape.places(admin.patch(path, Api.json("path", 7, "officers", 1))))
        .containsExactlyInAnyOrder("/path", "/officers");
    admin.put(path, Api.json("path", root + "/GB")).expect(405);
  }

  @Test
  void a_region_is_deleted_with_all_below_it() {
    String path = Regions.at(admin, root + "/UK");
    String below = Regions.at(admin, root + "/UK/London");
    Answer read = admin.get(path).expect(200);

    assertThat(admin.ifMatch(read.etag()).delete(path).expect(204).body()).isEmpty();

    for (String gone : new String[] {path, below}) {
      admin.get(gone).expect(404);
      admin.patch(gone, Api.json("path", root + "/GB")).expect(404);
      admin.delete(gone).expect(404);
    }
    assertThat(Regions.below(admin, root)).containsExactly(root + "/UKX");
    Answer refused = admin.post("/api/clients", Samples.client("region", root + "/UK")).expect(400);
    assertThat(ProblemShape.places(refused)).containsExactly("/region");
  }

  @ParameterizedTest
  @CsvSource({"UK", "UK/London"})
  void a_region_is_not_deleted_while_somebody_is_in_it_or_below(String place) {
    String path = Regions.at(admin, root + "/UK");
    String client =
        admin.post("/api/clients", Samples.client("region", root + "/" + place)).expect(201).id();
    admin.delete(path).expectProblem(409, "region-in-use");
    admin.delete("/api/clients/" + client).expect(204);
    Account officer = accounts.officer(root + "/" + place);
    admin.delete(path).expectProblem(409, "region-in-use");

    admin.patch("/api/officers/" + officer.id(), Api.json("region", "unassigned")).expect(200);

    admin.delete(path).expect(204);
  }

  @Test
  void calls_stay_in_a_deleted_region_and_are_found_by_its_path() {
    Account officer = accounts.officer(root + "/UK/London");
    String first = officer.api().post("/api/calls", Samples.call()).expect(201).id();
    admin.delete("/api/officers/" + officer.id()).expect(204);
    admin.delete(Regions.at(admin, root + "/UK")).expect(204);

    assertThat(admin.get("/api/calls/" + first).expect(200).text("/region"))
        .isEqualTo(root + "/UK/London");
    assertThat(calls(admin, root + "/UK")).isEqualTo(1);
    assertThat(calls(accounts.manager(root).api(), root + "/UK/London")).isEqualTo(1);

    admin.post(Regions.PATH, Api.json("path", root + "/UK/London")).expect(201);
    Account successor = accounts.officer(root + "/UK/London");
    successor.api().post("/api/calls", Samples.call()).expect(201);
    assertThat(calls(admin, root + "/UK/London")).isEqualTo(2);
  }

  /** The number of calls in a region, which the list and the figures agree on. */
  private static int calls(Api reader, String region) {
    int listed =
        reader.get("/api/calls?count=true&region=" + region).expect(200).at("/total").intValue();
    Answer volumes =
        reader
            .with("Cache-Control", "no-cache")
            .get("/api/analytics/volumes?region=" + region)
            .expect(200);
    assertThat(volumes.at("/total/calls").intValue()).isEqualTo(listed);
    return listed;
  }
}
