package io.calllog.domain.officer;

import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.NotPermitted;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A person with an account. Immutable: each change returns a new instance.
 *
 * <p>The constructor restores a stored officer and checks nothing. New officers are created by
 * {@link #create}.
 *
 * @param tokenVersion incremented to revoke all access tokens of the officer: tokens with an older
 *     version are invalid
 * @param version the number of changes, for optimistic locking
 */
public record Officer(
    OfficerId id,
    OfficerDetails details,
    PasswordHash passwordHash,
    int tokenVersion,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** Creates an account. */
  public static Officer create(
      OfficerId id, OfficerDetails details, PasswordHash passwordHash, Instant now) {
    return new Officer(id, details, passwordHash, 0, now, now, 0);
  }

  /** Creates an account with the password and the times that it has in another system. */
  public static Officer imported(
      OfficerId id,
      OfficerDetails details,
      PasswordHash passwordHash,
      Instant createdAt,
      Instant updatedAt) {
    return new Officer(id, details, passwordHash, 0, createdAt, updatedAt, 0);
  }

  /** Returns this officer as the actor of a request. */
  public Actor asActor() {
    return new Actor(id, details.role(), details.region(), details.leads());
  }

  /**
   * Throws {@link NotPermitted} unless the actor is this officer, an administrator, or, if this
   * role is {@link Role#OFFICER}, leads the region.
   */
  public void requireChangeableBy(Actor actor) {
    if (!actor.isAdmin() && !isSelf(actor) && !isLedBy(actor)) {
      throw new NotPermitted("You may not change this officer.");
    }
  }

  /**
   * Returns the officer after a change; this officer if nothing changes. A change of role or
   * territory, and deactivation, revoke the access tokens.
   *
   * @throws NotPermitted if the actor may not change one of the changed fields
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
   * Returns the officer after a change in another system; this officer if nothing changes. Like
   * {@link #revise} and {@link #withPassword}, it revokes the access tokens.
   */
  public Officer reimported(
      OfficerDetails imported, PasswordHash importedPassword, Instant importedAt) {
    boolean samePassword = passwordHash.equals(importedPassword);
    if (imported.equals(details) && samePassword) {
      return this;
    }
    boolean revoked = !samePassword || endsSessions(imported);
    int nextTokenVersion = revoked ? tokenVersion + 1 : tokenVersion;
    return new Officer(
        id, imported, importedPassword, nextTokenVersion, createdAt, importedAt, version);
  }

  /**
   * Throws {@link NotPermitted} unless the actor may change this officer and is someone else.
   * Officers change their own password with the current one.
   */
  public void requirePasswordResettableBy(Actor actor) {
    requireChangeableBy(actor);
    if (isSelf(actor)) {
      throw new NotPermitted("You cannot reset your own password. Change it with the current one.");
    }
  }

  /** Throws {@link NotPermitted} unless the actor leads the region of this officer. */
  public void requireHandOverBy(Actor actor) {
    if (!actor.leads(details.region())) {
      throw new NotPermitted("You may not hand over what this officer looks after.");
    }
  }

  /** Returns the officer with another password. This revokes the access tokens. */
  public Officer withPassword(PasswordHash another, Instant now) {
    return new Officer(id, details, another, tokenVersion + 1, createdAt, now, version);
  }

  /**
   * Returns the officer without personal data and password. Region, role, and status remain.
   *
   * @throws NotPermitted if the actor is not an administrator
   */
  public Officer erase(Actor actor, Instant now) {
    actor.requireAdmin();
    OfficerDetails erased = details.erased(id);
    return erased.equals(details) && passwordHash.equals(PasswordHash.NONE)
        ? this
        : new Officer(id, erased, PasswordHash.NONE, tokenVersion + 1, createdAt, now, version);
  }

  /** Throws {@link Conflict} {@code erased} if the personal data was erased. */
  public void requireNotErased() {
    if (details.email().equals(details.erased(id).email())) {
      throw Conflict.erased();
    }
  }

  private boolean isSelf(Actor actor) {
    return actor.is(id);
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
    requireSame("regions", revised.leads().equals(details.leads()));
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
        || !revised.leads().equals(details.leads())
        || (details.status().maySignIn() && !revised.status().maySignIn());
  }
}
