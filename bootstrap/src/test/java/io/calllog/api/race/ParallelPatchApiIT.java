package io.calllog.api.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.AtOnce;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Concurrent changes of one resource. No change that was answered with 200 is lost. */
@ApiTest
class ParallelPatchApiIT {

  private static final List<String> FIELDS =
      List.of("name", "company", "phone", "email", "address", "region", "ownerId", "status");
  private static final List<String> STATUSES = List.of("ACTIVE", "INACTIVE", "CONVERTED");
  private static final int WRITERS = 40;

  private final Accounts accounts;
  private final String region = Accounts.newRegion();

  ParallelPatchApiIT(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Each writer sets one field to a unique value. Sorted by version, the answers are the history of
   * the client: each differs from the previous one only in the field of its writer, so no writer
   * has undone the change of another. The last answer is the final state.
   */
  @RepeatedTest(3)
  void of_different_fields_all_succeed() {
    Api api = accounts.manager(region).api();
    IntStream.range(0, WRITERS / FIELDS.size()).forEach(i -> accounts.region(region + "/" + i));
    List<String> owners =
        IntStream.range(0, 5).mapToObj(_ -> create(accounts.admin().api(), "officers")).toList();
    Answer created = api.post("/api/clients", Api.json("name", "Client")).expect(201);
    String path = "/api/clients/" + created.id();

    List<Answer> answers =
        AtOnce.send(
            WRITERS, i -> api.patch(path, Api.json(field(i), value(i, owners))).expect(200));

    assertThat(answers.stream().map(ParallelPatchApiIT::version))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, WRITERS).map(i -> version(created) + i).boxed().toList());
    List<Integer> order =
        IntStream.range(0, WRITERS)
            .boxed()
            .sorted(Comparator.comparingLong(i -> version(answers.get(i))))
            .toList();
    Answer before = created;
    for (int writer : order) {
      Answer after = answers.get(writer);
      for (String field : FIELDS) {
        if (field.equals(field(writer))) {
          assertThat(after.text("/" + field)).isEqualTo(value(writer, owners));
        } else {
          assertThat(after.at("/" + field)).isEqualTo(before.at("/" + field));
        }
      }
      before = after;
    }
    Answer last = api.get(path).expect(200);
    for (String field : FIELDS) {
      assertThat(last.at("/" + field)).isEqualTo(before.at("/" + field));
    }
    assertThat(version(last)).isEqualTo(version(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "officers", "calls"})
  void of_the_same_version_succeed_once(String resource) {
    Api admin = accounts.admin().api();
    String path = "/api/" + resource + "/" + create(admin, resource);
    String field = resource.equals("calls") ? "comment" : "name";
    String tag = admin.get(path).expect(200).etag();

    List<Answer> answers =
        AtOnce.send(8, i -> admin.ifMatch(tag).patch(path, Api.json(field, "Writer " + i)));

    assertThat(AtOnce.count(answers, 200)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 412)).isEqualTo(7);
    Answer winner = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
    assertThat(admin.get(path).expect(200).text("/" + field)).isEqualTo(winner.text("/" + field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "officers", "calls"})
  void are_rejected_after_a_deletion(String resource) {
    Api admin = accounts.admin().api();
    String path = "/api/" + resource + "/" + create(admin, resource);
    String field = resource.equals("calls") ? "comment" : "name";

    List<Answer> answers =
        AtOnce.send(
            9,
            i -> i == 4 ? admin.delete(path) : admin.patch(path, Api.json(field, "Writer " + i)));

    answers.get(4).expect(204);
    assertThat(AtOnce.count(answers, 200) + AtOnce.count(answers, 404)).isEqualTo(8);
    admin.get(path).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "officers", "calls"})
  void that_delete_succeed_once(String resource) {
    Api admin = accounts.admin().api();
    String path = "/api/" + resource + "/" + create(admin, resource);

    List<Answer> answers = AtOnce.send(8, _ -> admin.delete(path));

    assertThat(AtOnce.count(answers, 204)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 404)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "officers", "calls"})
  void that_restore_all_succeed(String resource) {
    Api admin = accounts.admin().api();
    String path = "/api/" + resource + "/" + create(admin, resource);
    admin.delete(path).expect(204);

    List<Answer> answers = AtOnce.send(4, _ -> admin.post(path + "/restore", Api.json()));

    assertThat(AtOnce.count(answers, 200)).isEqualTo(4);
    assertThat(answers.stream().map(ParallelPatchApiIT::version).distinct()).hasSize(1);
  }

  private String create(Api admin, String resource) {
    accounts.region(region);
    Object body =
        switch (resource) {
          case "clients" -> Api.json("name", "Client", "region", region);
          case "officers" ->
              Api.json(
                  "name",
                  "Officer",
                  "email",
                  Accounts.unique() + "@calllog.example",
                  "password",
                  Accounts.PASSWORD,
                  "region",
                  region);
          default -> Api.json("type", "OUTGOING", "outcome", "BUSY", "durationSeconds", 0);
        };
    return admin.post("/api/" + resource, body).expect(201).id();
  }

  /** There are too few statuses for unique values, so the other writers change the address. */
  private static String field(int writer) {
    String field = FIELDS.get(writer % FIELDS.size());
    return field.equals("status") && round(writer) >= STATUSES.size() ? "address" : field;
  }

  private static int round(int writer) {
    return writer / FIELDS.size();
  }

  private String value(int writer, List<String> owners) {
    int round = round(writer);
    return switch (field(writer)) {
      case "phone" -> "+1202555010" + round;
      case "email" -> "writer" + round + "@calllog.example";
      case "region" -> region + "/" + round;
      case "status" -> STATUSES.get(round);
      case "ownerId" -> owners.get(round);
      default -> "By writer " + writer;
    };
  }

  private static long version(Answer answer) {
    return Long.parseLong(answer.etag().replaceAll("\"([0-9]+).*", "$1"));
  }
}
