package io.calllog.api.change;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An organisation that writers change at random.
 *
 * @param officers the writers act as these; the last ones are moved between regions
 * @param root the region that has the others
 */
record Changing(Api admin, Api manager, List<Account> officers, String root, JdbcClient database) {

  /** A writer with its own sequence of changes. */
  Writer writer(int seed) {
    return new Writer(this, new Random(seed));
  }

  /** Changes one thing after another. Not thread-safe. */
  static final class Writer {

    private final Changing world;
    private final Random random;
    private final List<String> calls = new ArrayList<>();
    private final List<String> clients = new ArrayList<>();
    private final List<String> followUps = new ArrayList<>();

    private Writer(Changing world, Random random) {
      this.world = world;
      this.random = random;
    }

    /** Makes one change. Returns the answer, which may be a refusal; null for plain SQL. */
    @Nullable Answer change() {
      return switch (random.nextInt(33)) {
        case 0, 1, 2, 3, 4, 5 -> logCall();
        case 6, 7 -> logCalls();
        case 8, 9, 10, 11 -> correctCall();
        case 12 -> any(calls, id -> officer().delete("/api/calls/" + id));
        case 13, 14 -> createClient();
        case 15, 16 -> placeClient();
        case 17 -> any(clients, id -> world.admin().delete("/api/clients/" + id));
        case 18 ->
            any(clients, id -> world.admin().post("/api/clients/" + id + "/erase", Api.json()));
        case 19 -> moveOfficer();
        case 20 -> moveRegion();
        case 21 -> renameClient();
        case 22 -> any(calls, id -> world.admin().post(restore("calls", id), Api.json()));
        case 23 -> any(clients, id -> world.admin().post(restore("clients", id), Api.json()));
        case 24 -> giveCall();
        case 25, 26 -> promise();
        case 27 -> moveFollowUp();
        case 28 -> any(followUps, id -> world.admin().delete("/api/follow-ups/" + id));
        case 29 -> handOver();
        case 30 -> claimCalls();
        case 31 -> sql("DELETE FROM calls WHERE id = cast(? AS uuid)");
        default -> sql("UPDATE calls SET comment = 'By SQL' WHERE id = cast(? AS uuid)");
      };
    }

    private static String restore(String kind, String id) {
      return "/api/%s/%s/restore".formatted(kind, id);
    }

    private Answer logCall() {
      return remember(calls, officer().post("/api/calls", call()));
    }

    private Answer logCalls() {
      List<Object> batch = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Map<String, @Nullable Object> call = call();
        call.put("id", Samples.callId(Instant.now()));
        batch.add(call);
      }
      return officer().post("/api/calls/batch", Api.json("calls", batch));
    }

    private Map<String, @Nullable Object> call() {
      return Samples.call(
          "comment",
          "Call " + random.nextInt(100),
          "startedAt",
          Instant.now().minusSeconds(random.nextInt(100_000)).toString(),
          "clientId",
          clients.isEmpty() || random.nextBoolean() ? null : pick(clients),
          "number",
          random.nextBoolean() ? number() : null);
    }

    private @Nullable Answer correctCall() {
      Map<String, @Nullable Object> change = Api.json("durationSeconds", random.nextInt(3_600));
      return any(calls, id -> world.admin().patch("/api/calls/" + id, change));
    }

    private @Nullable Answer giveCall() {
      Map<String, @Nullable Object> officer = Api.json("officerId", pick(world.officers()).id());
      return any(calls, id -> world.admin().patch("/api/calls/" + id, officer));
    }

    private @Nullable Answer promise() {
      String due = Instant.now().minusSeconds(random.nextInt(100_000)).toString();
      return any(
          clients,
          id ->
              remember(
                  followUps,
                  officer().post("/api/follow-ups", Samples.followUp(id, "dueAt", due))));
    }

    private @Nullable Answer moveFollowUp() {
      Map<String, @Nullable Object> change =
          random.nextBoolean()
              ? Api.json("officerId", pick(world.officers()).id())
              : Api.json("state", "CANCELLED");
      return any(followUps, id -> world.admin().patch("/api/follow-ups/" + id, change));
    }

    private Answer handOver() {
      return world
          .admin()
          .post(
              "/api/officers/%s/hand-over".formatted(pick(world.officers()).id()),
              Api.json("to", pick(world.officers()).id()));
    }

    private Answer createClient() {
      return remember(clients, officer().post("/api/clients", Samples.client("phone", number())));
    }

    private String number() {
      return "+4420794600" + (10 + random.nextInt(20));
    }

    private @Nullable Answer claimCalls() {
      return any(
          clients, id -> world.manager().post("/api/clients/" + id + "/claim-calls", Api.json()));
    }

    private @Nullable Answer placeClient() {
      Map<String, @Nullable Object> place =
          random.nextBoolean()
              ? Api.json("region", world.root() + "/" + pick(List.of("a", "b", "c")))
              : Api.json("ownerId", pick(world.officers()).id());
      return any(clients, id -> world.admin().patch("/api/clients/" + id, place));
    }

    private @Nullable Answer renameClient() {
      return any(
          clients,
          id ->
              world
                  .manager()
                  .patch("/api/clients/" + id, Api.json("name", "Client " + Accounts.unique())));
    }

    /** The account has no reader, because a move ends its sessions. */
    private Answer moveOfficer() {
      String region = world.root() + "/" + pick(List.of("a", "b", "c"));
      return world
          .admin()
          .patch("/api/officers/" + world.officers().getLast().id(), Api.json("region", region));
    }

    private Answer moveRegion() {
      Answer created =
          world.admin().post("/api/regions", Api.json("path", world.root() + "/" + unique()));
      String target =
          random.nextInt(4) == 0
              ? unique()
              : world.root() + "/" + pick(List.of("a", "b")) + "/" + unique();
      return world
          .admin()
          .patch("/api/regions/" + created.expect(201).id(), Api.json("path", target));
    }

    private @Nullable Answer sql(String statement) {
      if (!calls.isEmpty()) {
        world.database().sql(statement).param(UUID.fromString(pick(calls)).toString()).update();
      }
      return null;
    }

    private Api officer() {
      return world.officers().get(random.nextInt(world.officers().size() - 1)).api();
    }

    private static String unique() {
      return "X" + Accounts.unique();
    }

    private <T> T pick(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    private static Answer remember(List<String> ids, Answer answer) {
      if (answer.status() == 201) {
        ids.add(answer.id());
      }
      return answer;
    }

    private @Nullable Answer any(List<String> ids, Function<String, Answer> change) {
      return ids.isEmpty() ? null : change.apply(pick(Collections.unmodifiableList(ids)));
    }
  }
}
