package io.calllog.rest.audit;

import io.calllog.application.audit.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change of one field. The values are text, and null if the field had no value. */
public record FieldChangeResponse(String field, @Nullable String from, @Nullable String to) {

  /** The JSON form of the changes. */
  public static List<FieldChangeResponse> from(List<FieldChange> changes) {
    return changes.stream()
        .map(change -> new FieldChangeResponse(change.field(), change.from(), change.to()))
        .toList();
  }
}
