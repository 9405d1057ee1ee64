package io.calllog.domain.client;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotPermitted;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A person or company that officers talk to. Immutable: each change returns a new instance.
 *
 * <p>The constructor restores a stored client and checks nothing. New clients are created by {@link
 * #create}.
 *
 * @param version the number of changes, for optimistic locking
 */
public record Client(
    ClientId id, ClientDetails details, Instant createdAt, Instant updatedAt, long version) {

  /**
   * Creates a client. The actor becomes the owner if there is none and the region is outside the
   * actor's territory, because they could not see the client otherwise. Callers check that the
   * actor can see the owner.
   *
   * @throws NotPermitted if the actor may not place clients in the region
   */
  public static Client create(ClientId id, ClientDetails details, Actor actor, Instant now) {
    if (!details.region().equals(actor.defaultRegion())) {
      actor.requireMayPlaceIn(details.region());
    }
    boolean visible = actor.seesClients().covers(details.region(), details.ownerId());
    ClientDetails owned =
        details.ownerId() == null && !visible ? details.ownedBy(actor.requireOfficer()) : details;
    return new Client(id, owned, now, now, 0);
  }

  /** Creates a client with the times that it has in another system. */
  public static Client imported(
      ClientId id, ClientDetails details, Instant createdAt, Instant updatedAt) {
    return new Client(id, details, createdAt, updatedAt, 0);
  }

  /**
   * Throws {@link NotPermitted} if the actor may not change the client. Officers may change their
   * own clients and those without an owner.
   */
  public void requireChangeableBy(Actor actor) {
    OfficerId owner = details.ownerId();
    boolean permitted =
        actor.seesClients().covers(details.region(), owner)
            && (actor.role() != Role.OFFICER || owner == null || actor.is(owner));
    if (!permitted) {
      throw new NotPermitted("This client belongs to another officer, so you may not change it.");
    }
  }

  /** Throws {@link NotPermitted} unless the actor leads the client's region. */
  public void requireRemovableBy(Actor actor) {
    if (!actor.leads(details.region())) {
      throw new NotPermitted("You may not delete clients.");
    }
  }

  /**
   * Returns the client after a change; this client if nothing changes. Callers check that the actor
   * can see a new owner.
   *
   * @throws NotPermitted if the actor may not change the client, or may not place it in the region
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
   * Returns this client after another one was merged into it: with the facts that only the other
   * one has. The caller deletes the other one.
   *
   * @return this client if nothing changes
   * @throws NotPermitted if the actor may not delete the other client, or may not change this one
   * @throws InvalidInput {@code too-many} if both together have more phones than a client may have
   */
  public Client merge(Client other, Actor actor, Instant now) {
    if (!actor.leads(other.details.region())) {
      throw new NotPermitted("Only those who may delete the other client may merge it.");
    }
    return revise(known -> known.completedBy(other.details), actor, now);
  }

  /** Throws {@link Conflict} {@code erased} if the personal data was erased. */
  public void requireNotErased() {
    if (details.equals(details.erased())) {
      throw Conflict.erased();
    }
  }

  /** Returns the client after a change in another system; this client if nothing changes. */
  public Client reimported(ClientDetails imported, Instant importedAt) {
    return imported.equals(details)
        ? this
        : new Client(id, imported, createdAt, importedAt, version);
  }

  /**
   * Returns the client without personal data. Its region, status, and owner remain.
   *
   * @throws NotPermitted if the actor is not an administrator
   */
  public Client erase(Actor actor, Instant now) {
    actor.requireAdmin();
    ClientDetails erased = details.erased();
    return erased.equals(details) ? this : new Client(id, erased, createdAt, now, version);
  }
}
