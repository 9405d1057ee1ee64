package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.AtOnce;
import io.calllog.api.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * After random work of officers and their managers, the report of follow-ups is equal to a recount
 * of the list, and each figure to the list that it links to.
 */
@ApiTest
class FollowUpsOfHistoryApiIT {

  private static final int WRITERS = 8;
  private static final int CHANGES = 40;

  private final Account manager;
  private final List<Account> officers = new ArrayList<>();
  private final List<String> clients = new ArrayList<>();

  FollowUpsOfHistoryApiIT(Accounts accounts) {
    this.manager = accounts.manager(Accounts.newRegion());
    String below = accounts.region(manager.region() + "/below");
    for (int i = 0; i < 4; i++) {
      officers.add(accounts.officer(i % 2 == 0 ? manager.region() : below));
      var client = Samples.client("region", below);
      clients.add(manager.api().post("/api/clients", client).expect(201).id());
    }
  }

  @Test
  void is_equal_to_a_recount_and_to_the_linked_lists() {
    AtOnce.send(
        WRITERS,
        i -> {
          var random = new Random(20_261_129 + i);
          List<String> own = new ArrayList<>();
          IntStream.range(0, CHANGES).forEach(_ -> change(random, own));
          return manager.api().get("/api/follow-ups?limit=1").expect(200);
        });
    Api reader = manager.api().with("Cache-Control", "no-cache");
    LocalDate today = LocalDate.now(ZoneId.of("UTC"));

    for (String filter :
        List.of(
            "",
            "&region=" + manager.region() + "/below",
            "&officerId=" + officers.get(0).id() + "&officerId=" + officers.get(1).id())) {
      Answer report =
          reader
              .get(
                  "/api/analytics/follow-ups?from=%s&to=%s%s"
                      .formatted(today.minusDays(5), today.plusDays(2), filter))
              .expect(200);
      assertThat(report.at("/items").size()).isPositive();
      report.at("/items").forEach(item -> check(reader, item, report));
    }
  }

  private void change(Random random, List<String> own) {
    Api officer = officers.get(random.nextInt(officers.size())).api();
    String client = clients.get(random.nextInt(clients.size()));
    String time = Instant.now().plusSeconds(random.nextInt(700_000) - 600_000).toString();
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        Answer made = officer.post("/api/follow-ups", Samples.followUp(client, "dueAt", time));
        own.add(made.expect(201).id());
      }
      case 3, 4 -> officer.post("/api/calls", Samples.call("clientId", client)).expect(201);
      case 5 -> patch(random, own, "dueAt", time);
      case 6 -> patch(random, own, "officerId", officers.get(random.nextInt(officers.size())).id());
      default -> {
        if (random.nextBoolean()) {
          patch(random, own, "state", "CANCELLED");
        } else if (!own.isEmpty()) {
          manager.api().delete("/api/follow-ups/" + own.removeLast()).expect(204);
        }
      }
    }
  }

  private void patch(Random random, List<String> own, String field, String value) {
    if (!own.isEmpty()) {
      String id = own.get(random.nextInt(own.size()));
      Answer changed = manager.api().patch("/api/follow-ups/" + id, Api.json(field, value));
      assertThat(changed.status()).isIn(200, 409);
    }
  }

  private static void check(Api reader, JsonNode item, Answer report) {
    ZoneId zone = ZoneId.of(report.text("/timeZone"));
    Instant asOf = Instant.parse(report.text("/asOf"));
    List<JsonNode> all = reader.items(item.at("/links/promised").asString() + "&limit=200");
    Predicate<JsonNode> done = followUp -> followUp.at("/state").asString().equals("DONE");
    Predicate<JsonNode> late =
        followUp -> day(followUp, "/doneAt", zone).isAfter(day(followUp, "/dueAt", zone));

    assertCount(item, "promised", all, _ -> true);
    assertCount(item, "keptInTime", all, done.and(late.negate()));
    assertCount(item, "keptLate", all, done.and(late));
    assertCount(item, "cancelled", all, f -> f.at("/state").asString().equals("CANCELLED"));
    assertCount(
        item,
        "overdue",
        all,
        f ->
            f.at("/state").asString().equals("OPEN")
                && Instant.parse(f.at("/dueAt").asString()).isBefore(asOf));
    long kept = item.at("/keptInTime").longValue() + item.at("/keptLate").longValue();
    assertTotal(reader, item, "promised", item.at("/promised").longValue());
    assertTotal(reader, item, "kept", kept);
    assertTotal(reader, item, "overdue", item.at("/overdue").longValue());
    assertTotal(reader, item, "cancelled", item.at("/cancelled").longValue());
  }

  private static void assertCount(
      JsonNode item, String figure, List<JsonNode> all, Predicate<JsonNode> counted) {
    assertThat(item.at("/" + figure).longValue())
        .as("%s of %s", figure, item)
        .isEqualTo(all.stream().filter(counted).count());
  }

  private static void assertTotal(Api reader, JsonNode item, String link, long expected) {
    String list = item.at("/links/" + link).asString();
    assertThat(reader.get(list + "&count=true&limit=1").expect(200).at("/total").longValue())
        .as(list)
        .isEqualTo(expected);
  }

  private static LocalDate day(JsonNode followUp, String time, ZoneId zone) {
    return LocalDate.ofInstant(Instant.parse(followUp.at(time).asString()), zone);
  }
}
