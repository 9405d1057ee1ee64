package io.calllog.domain.client;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Region;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A person or company that officers talk to. Begins as somebody's note of a name, gathers contacts,
 * an owner and a history of calls, and is hidden rather than lost when deleted: the calls keep
 * pointing to it. An immutable snapshot: each change answers the next one.
 *
 * <p>The canonical constructor restores what was stored and trusts it; {@link #create} and {@link
 * #revise} are the doors for what is new.
 *
 * @param id which client this is
 * @param details what can be changed about it
 * @param createdAt when it was entered
 * @param updatedAt when it was last changed
 * @param version counts the stored changes, for optimistic locking
 */
public record Client(
    ClientId id, ClientDetails details, Instant createdAt, Instant updatedAt, long version) {

  /**
   * A new client. An actor without a territory becomes the owner of a client without one, because
   * the actor could not see it otherwise. The caller has to check that the actor may name the
   * owner.
   *
   * @throws NotPermitted when the actor may place nothing in the region
   */
  public static Client create(ClientId id, ClientDetails details, Actor actor, Instant now) {
    if (!details.region().equals(defaultRegion(actor))) {
      actor.requireMayPlaceIn(details.region());
    }
    boolean seesOwnClientsOnly = !actor.region().isTerritory() && !actor.isAdmin();
    ClientDetails owned =
        details.ownerId() == null && seesOwnClientsOnly ? details.ownedBy(actor.id()) : details;
    return new Client(id, owned, now, now, 0);
  }

  /** Where a client belongs when its creator does not say. */
  public static Region defaultRegion(Actor actor) {
    return actor.region();
  }

  /**
   * Refuses actors who see the client but may not change it: an officer changes what they own and
   * what nobody owns.
   *
   * @throws NotPermitted when they may not
   */
  public void requireChangeableBy(Actor actor) {
    OfficerId owner = details.ownerId();
    boolean permitted =
        actor.seesClients().covers(details.region(), owner)
            && (actor.role() != Role.OFFICER || owner == null || owner.equals(actor.id()));
    if (!permitted) {
      throw new NotPermitted("This client belongs to another officer, so you may not change it.");
    }
  }

  /**
   * Refuses actors who may not delete the client: only those who lead its region may.
   *
   * @throws NotPermitted when they may not
   */
  public void requireRemovableBy(Actor actor) {
    if (!actor.leads(details.region())) {
      throw new NotPermitted("You may not delete clients.");
    }
  }

  /**
   * The client after a change. That a new owner is somebody the actor may name is the caller's to
   * check.
   *
   * @return this very snapshot when nothing changes
   * @throws NotPermitted when the actor may not change the client, or not place it in the region
   */
  public Client revise(UnaryOperator<ClientDetails> changes, Actor actor, Instant now) {
    requireChangeableBy(actor);
    ClientDetails revised = changes.apply(details);
    if (!revised.region().equals(details.region())) {
      actor.requireMayPlaceIn(revised.region());
    }
    return revised.equals(details) ? this : new Client(id, revised, createdAt, now, version);
  }

  /**
   * The client with nothing left that tells who it was; where it belonged and how far the relation
   * had come stays.
   *
   * @return this very snapshot when nothing is left already
   * @throws NotPermitted when the actor is no administrator
   */
  public Client erase(Actor actor, Instant now) {
    actor.requireAdmin();
    ClientDetails erased = details.erased();
    return erased.equals(details) ? this : new Client(id, erased, createdAt, now, version);
  }
}
