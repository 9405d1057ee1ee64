package io.calllog.application.imports;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.NotPermitted;

/** What the rows of an import are. The texts are stored and used in the API: they never change. */
public enum ImportKind {
  CALLS("calls"),
  CLIENTS("clients"),
  OFFICERS("officers"),
  FOLLOW_UPS("follow-ups");

  private final String text;

  ImportKind(String text) {
    this.text = text;
  }

  /**
   * Throws {@link NotPermitted} unless the actor is an administrator or, if the rows are not
   * officers, a manager or a key.
   */
  public void requireImportableBy(Actor actor) {
    boolean permitted = actor.isAdmin() || (actor.role() == Role.MANAGER && this != OFFICERS);
    if (!permitted) {
      throw new NotPermitted(
          this == OFFICERS
              ? "Only administrators may import officers."
              : "Only administrators and managers may import files.");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
