package io.calllog.domain.officer;

import io.calllog.domain.shared.NotPermitted;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A person with an account. Starts by registering or by being created by an administrator, is
 * placed in a region, changes role and status over the years, and leaves by being deleted, while
 * the calls they made stay. An immutable snapshot of that life: each change answers the next one.
 *
 * <p>The canonical constructor restores what was stored and trusts it; {@link #enrol} and {@link
 * #revise} are the doors for what is new.
 *
 * @param id who this is
 * @param details what can be changed about them
 * @param passwordHash what their password is checked against
 * @param tokenVersion counts the events that end all their access tokens: a token of an older
 *     version is void
 * @param createdAt when the account was made
 * @param updatedAt when it was last changed
 * @param version counts the stored changes, for optimistic locking
 */
public record Officer(
    OfficerId id,
    OfficerDetails details,
    PasswordHash passwordHash,
    int tokenVersion,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** No hasher makes this, and no password has it. */
  private static final PasswordHash NO_PASSWORD = new PasswordHash("erased");

  /** A new account. */
  public static Officer enrol(
      OfficerId id, OfficerDetails details, PasswordHash passwordHash, Instant now) {
    return new Officer(id, details, passwordHash, 0, now, now, 0);
  }

  /** Who this officer is when they act. */
  public Actor asActor() {
    return new Actor(id, details.role(), details.region());
  }

  /**
   * Refuses actors who may change nothing about this officer: all but the officer, administrators,
   * and for an {@link Role#OFFICER} those who lead the region.
   *
   * @throws NotPermitted when they may not
   */
  public void requireChangeableBy(Actor actor) {
    if (!actor.isAdmin() && !isSelf(actor) && !isLedBy(actor)) {
      throw new NotPermitted("You may not change this officer.");
    }
  }

  /**
   * The officer after a change. Changing the role or the region, and deactivating, end the access
   * tokens given out so far.
   *
   * @return this very snapshot when nothing changes
   * @throws NotPermitted when the actor may not change one of the fields that would change
   */
  public Officer revise(UnaryOperator<OfficerDetails> changes, Actor actor, Instant now) {
    requireChangeableBy(actor);
    OfficerDetails revised = changes.apply(details);
    requireOnlyPermittedFields(revised, actor);
    if (revised.equals(details)) {
      return this;
    }
    int nextTokenVersion = endsSessions(revised) ? tokenVersion + 1 : tokenVersion;
    return new Officer(id, revised, passwordHash, nextTokenVersion, createdAt, now, version);
  }

  /**
   * Refuses actors who may not give this officer a new password without knowing the old one: all
   * but those above. One's own is changed by who knows it.
   *
   * @throws NotPermitted when they may not
   */
  public void requirePasswordResettableBy(Actor actor) {
    requireChangeableBy(actor);
    if (isSelf(actor)) {
      throw new NotPermitted("You cannot reset your own password. Change it with the current one.");
    }
  }

  /** The officer with another password; ends the access tokens given out so far. */
  public Officer withPassword(PasswordHash another, Instant now) {
    return new Officer(id, details, another, tokenVersion + 1, createdAt, now, version);
  }

  /**
   * The officer with nothing left that tells who it was, or that anybody could sign in with. Where
   * they were placed and what they were stays.
   *
   * @return this very snapshot when nothing is left already
   * @throws NotPermitted when the actor is no administrator
   */
  public Officer erase(Actor actor, Instant now) {
    actor.requireAdmin();
    OfficerDetails erased = details.erased(id);
    return erased.equals(details) && passwordHash.equals(NO_PASSWORD)
        ? this
        : new Officer(id, erased, NO_PASSWORD, tokenVersion + 1, createdAt, now, version);
  }

  private boolean isSelf(Actor actor) {
    return actor.id().equals(id);
  }

  private boolean isLedBy(Actor actor) {
    return details.role() == Role.OFFICER && actor.leads(details.region());
  }

  private void requireOnlyPermittedFields(OfficerDetails revised, Actor actor) {
    if (actor.isAdmin()) {
      return;
    }
    requireSame("e-mail", revised.email().equals(details.email()));
    requireSame("region", revised.region().equals(details.region()));
    requireSame("role", revised.role() == details.role());
    requireSame("status", revised.status() == details.status() || isLedBy(actor));
  }

  private static void requireSame(String field, boolean unchanged) {
    if (!unchanged) {
      throw new NotPermitted("You may not change the " + field + " of this officer.");
    }
  }

  private boolean endsSessions(OfficerDetails revised) {
    return revised.role() != details.role()
        || !revised.region().equals(details.region())
        || (details.status().maySignIn() && !revised.status().maySignIn());
  }
}
