package io.calllog.rest.audit;

import io.calllog.application.audit.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one field, on the wire.
 *
 * @param field its name
 * @param from its value before, as text
 * @param to its value afterwards, as text
 */
public record FieldChangeResponse(String field, @Nullable String from, @Nullable String to) {

  /** The wire form of the changes. */
  public static List<FieldChangeResponse> from(List<FieldChange> changes) {
    return changes.stream()
        .map(change -> new FieldChangeResponse(change.field(), change.from(), change.to()))
        .toList();
  }
}
