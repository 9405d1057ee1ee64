package io.calllog.api.access;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.Samples;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A new tree of regions. An officer of each role works in its middle, a region like {@code
 * EMEA/UK}. Tables name the other regions by their relation to the middle. A {@code leading}
 * manager works outside, and leads the middle, a region below it, and the sibling.
 */
final class World {

  private final Accounts accounts;
  private final String root = Accounts.newRegion();
  private final Map<String, Account> actors = new ConcurrentHashMap<>();
  private final Map<String, String> colleagues = new ConcurrentHashMap<>();
  private final Map<String, String> regionIds = new ConcurrentHashMap<>();

  World(Accounts accounts) {
    this.accounts = accounts;
    accounts.region(region("below"));
    accounts.region(region("sibling"));
    accounts.region(region("outside"));
  }

  /** The region of a place in the tables. */
  String region(String place) {
    return switch (place) {
      case "above" -> root;
      case "own" -> root + "/UK";
      case "below" -> root + "/UK/London";
      case "sibling" -> root + "/UKX";
      case "outside" -> root + "/DE";
      case "unassigned" -> "unassigned";
      case "root" -> "";
      default -> throw new IllegalArgumentException(place);
    };
  }

  /** An actor: a role, placed in the middle or, if it starts with that word, unassigned. */
  Account actor(String who) {
    return actors.computeIfAbsent(who, this::newActor);
  }

  /** A new actor of this kind, which no other test uses. */
  Account newActor(String who) {
    if (who.equals(Matrix.KEY)) {
      return accounts.key(region("own"), Matrix.SCOPES);
    }
    if (who.startsWith("leading ")) {
      return accounts.leader(region("outside"), region("below"), region("own"), region("sibling"));
    }
    return who.startsWith("unassigned ")
        ? accounts.create(who.substring("unassigned ".length()), "unassigned")
        : accounts.create(who, region("own"));
  }

  /** An officer who sends no requests, one for each place. */
  String colleague(String place) {
    return colleagues.computeIfAbsent(place, p -> newOfficer("OFFICER", p));
  }

  /** A new officer in this place. */
  String newOfficer(String role, String place) {
    var body = Samples.officer("role", role, "region", region(place));
    return admin().post("/api/officers", body).expect(201).id();
  }

  /** A new client in a place, with or without an owner. */
  String newClient(String place, @Nullable String owner) {
    var body =
        Api.json(
            "name",
            "Client " + Accounts.unique(),
            "region",
            region(place),
            "ownerId",
            owner,
            "callEvery",
            "P14D");
    return admin().post("/api/clients", body).expect(201).id();
  }

  /** A call of an officer, in the officer's current region. */
  String newCall(String officer, @Nullable String client) {
    return admin().post("/api/calls", call(officer, client)).expect(201).id();
  }

  /** The body that logs a call. */
  static Map<String, @Nullable Object> call(@Nullable String officer, @Nullable String client) {
    var body = Api.json("type", "OUTGOING", "outcome", "SUCCESSFUL", "durationSeconds", 60);
    if (officer != null) {
      body.put("officerId", officer);
    }
    if (client != null) {
      body.put("clientId", client);
    }
    return body;
  }

  /** The first administrator, who creates the resources of the tests. */
  Api admin() {
    return accounts.admin().api();
  }

  /** The id of the region of a place. */
  String regionId(String place) {
    return regionIds.computeIfAbsent(
        place,
        p ->
            admin().items("/api/regions?limit=200").stream()
                .filter(region -> region.at("/path").asString().equals(region(p)))
                .map(region -> region.at("/id").asString())
                .findFirst()
                .orElseThrow());
  }

  /** A new region directly below that of a place. */
  String newRegion(String place) {
    String above = region(place);
    String path = above + (above.isEmpty() ? "" : "/") + Accounts.newRegion();
    return admin().post("/api/regions", Api.json("path", path)).expect(201).id();
  }

  /** Whether a page has an item with this id. */
  static boolean lists(Answer page, String id) {
    return page.expect(200)
        .at("/items")
        .valueStream()
        .anyMatch(item -> item.at("/id").asString().equals(id));
  }
}
