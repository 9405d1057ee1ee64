package io.calllog.api.access;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.access.Matrix.Cell;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The actors and subjects of the matrix, created on first use. */
final class Subjects {

  private static final String UNASSIGNED = "unassigned";

  private final Accounts accounts;
  private final World world;
  private final Map<String, Account> holders = new ConcurrentHashMap<>();
  private final Map<String, String> kept = new ConcurrentHashMap<>();

  Subjects(Accounts accounts) {
    this.accounts = accounts;
    this.world = new World(accounts);
  }

  World world() {
    return world;
  }

  /** The actor; a new one if the request would change it. Null for an anonymous request. */
  @Nullable Account actor(Cell cell) {
    if (cell.actor().equals(Matrix.ANONYMOUS)) {
      return null;
    }
    boolean changesActor =
        cell.isDestructive()
            && (cell.subject().equals("-") || (cell.isOwn() && cell.subject().equals("officer")));
    String who = who(cell);
    return changesActor ? world.newActor(who) : world.actor(who);
  }

  private static String who(Cell cell) {
    return cell.actor().replace("U-", "unassigned ").replace("L-", "leading ");
  }

  /** The id of the subject; a new one if the request might delete it. */
  String subject(Cell cell, @Nullable Account actor) {
    if (cell.subject().equals("region")) {
      String place = cell.isOwn() ? placeOfActor(cell) : place(cell);
      return cell.isDestructive() ? world.newRegion(place) : world.regionId(place);
    }
    String officer = officer(cell, actor);
    if (cell.subject().equals("officer")) {
      return officer;
    }
    return cell.isDestructive()
        ? created(cell, officer)
        : kept.computeIfAbsent(cell.subject() + officer, _ -> created(cell, officer));
  }

  /** The relation of a subject to the actor. */
  String officer(Cell cell, @Nullable Account actor) {
    if (cell.isOwn() && actor != null && !cell.isByKey()) {
      return actor.id();
    }
    return cell.subject().equals("officer") && cell.isDestructive()
        ? world.newOfficer("OFFICER", place(cell))
        : holder(cell).id();
  }

  /** The place in the {@link World} of subjects that do not belong to the actor. */
  static String place(Cell cell) {
    return cell.position().equals("same") ? "own" : cell.position();
  }

  private String created(Cell cell, String officer) {
    return switch (cell.subject()) {
      case "client" -> world.newClient(placeOfClient(cell), officer);
      case "call" -> world.newCall(officer, null);
      case "follow-up" -> world.newFollowUp(officer, world.newClient(placeOfClient(cell), officer));
      case "session" -> newSession(cell);
      case "key" -> accounts.key(world.region("own"), "calls:read").id();
      default -> throw new IllegalStateException("No subject: " + cell.subject());
    };
  }

  private static String placeOfClient(Cell cell) {
    return cell.isOwn() ? placeOfActor(cell) : place(cell);
  }

  private static String placeOfActor(Cell cell) {
    if (cell.actor().startsWith("L-")) {
      return "outside";
    }
    return cell.actor().startsWith("U-") ? UNASSIGNED : "own";
  }

  /** Another session of the actor. */
  private String newSession(Cell cell) {
    Account whose = cell.isOwn() && !cell.isByKey() ? world.actor(who(cell)) : null;
    Account account =
        whose == null ? holder(cell) : accounts.signIn(whose.email(), whose.password());
    JsonNode sessions = account.api().get("/api/auth/sessions").expect(200).at("/items");
    return sessions
        .valueStream()
        .filter(session -> session.at("/current").booleanValue())
        .map(session -> session.at("/id").asString())
        .findFirst()
        .orElseThrow();
  }

  /** An officer in a place, who has signed in and made a call. */
  private Account holder(Cell cell) {
    return holders.computeIfAbsent(
        place(cell),
        place -> {
          Account holder = accounts.officer(world.region(place));
          world.newCall(holder.id(), null);
          return holder;
        });
  }
}
