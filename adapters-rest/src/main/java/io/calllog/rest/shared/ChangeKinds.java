package io.calllog.rest.shared;

import io.calllog.application.change.view.ChangeKind;
import io.calllog.domain.shared.InvalidInput;
import java.util.EnumSet;
import java.util.Set;

/** Kinds of things whose changes are wanted: plural nouns, separated by commas. */
public record ChangeKinds(Set<ChangeKind> values) {

  /**
   * Reads kinds.
   *
   * @throws InvalidInput if one is unknown
   */
  public static ChangeKinds parse(String text) {
    Set<ChangeKind> found = EnumSet.noneOf(ChangeKind.class);
    for (String name : text.split(",", -1)) {
      found.add(kind(name));
    }
    return new ChangeKinds(found);
  }

  private static ChangeKind kind(String name) {
    for (ChangeKind kind : ChangeKind.values()) {
      if (name.equals(kind.noun() + "s")) {
        return kind;
      }
    }
    throw new InvalidInput(
        "kinds", "unknown-value", "must be one of regions, officers, clients, calls, followUps");
  }
}
