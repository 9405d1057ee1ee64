package io.calllog.rest.shared;

import io.calllog.application.analytics.view.SummaryPart;
import io.calllog.domain.shared.InvalidInput;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The reports that a summary includes, in lower case and separated by commas. */
public record SummaryParts(Set<SummaryPart> values) {

  /**
   * Reads parts.
   *
   * @throws InvalidInput if one is unknown
   */
  public static SummaryParts parse(String text) {
    Set<SummaryPart> found = EnumSet.noneOf(SummaryPart.class);
    for (String name : text.split(",", -1)) {
      found.add(part(name));
    }
    return new SummaryParts(found);
  }

  private static SummaryPart part(String name) {
    for (SummaryPart part : SummaryPart.values()) {
      if (name.equals(part.name().toLowerCase(Locale.ROOT))) {
        return part;
      }
    }
    throw new InvalidInput(
        "include", "unknown-value", "must be one of daily, officers, outcomes, hours");
  }
}
