package io.calllog.rest.imports;

import io.calllog.application.imports.CallRow;
import io.calllog.application.imports.ClientRow;
import io.calllog.application.imports.FollowUpRow;
import io.calllog.application.imports.ImportKind;
import io.calllog.application.imports.OfficerRow;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The columns of files.
 *
 * @param known the names of the columns that are read
 * @param required those without which no row can be added
 * @param ignored those of exported files that cannot be set
 */
record ImportColumns(Set<String> known, List<String> required, Set<String> ignored) {

  private static final Map<ImportKind, ImportColumns> OF =
      Map.of(
          ImportKind.CALLS,
          of(
              CallRow.class,
              List.of("type", "outcome", "durationSeconds", "startedAt"),
              Set.of(
                  "officerName",
                  "clientName",
                  "region",
                  "loggedById",
                  "loggedByName",
                  "loggedAt",
                  "updatedAt",
                  "version")),
          ImportKind.CLIENTS,
          of(
              ClientRow.class,
              List.of("name"),
              Set.of(
                  "ownerName",
                  "createdAt",
                  "updatedAt",
                  "version",
                  "calls",
                  "connected",
                  "lastCallAt")),
          ImportKind.OFFICERS,
          of(
              OfficerRow.class,
              List.of("name", "email"),
              Set.of("id", "createdAt", "updatedAt", "version")),
          ImportKind.FOLLOW_UPS,
          of(
              FollowUpRow.class,
              List.of("dueAt"),
              Set.of(
                  "clientName",
                  "officerName",
                  "fromCallId",
                  "doneByCallId",
                  "doneAt",
                  "createdAt",
                  "updatedAt",
                  "version")));

  /** The columns of one kind. */
  static ImportColumns of(ImportKind kind) {
    return Objects.requireNonNull(OF.get(kind));
  }

  private static ImportColumns of(
      Class<? extends Record> row, List<String> required, Set<String> ignored) {
    Set<String> known = new HashSet<>();
    Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).forEach(known::add);
    return new ImportColumns(known, required, ignored);
  }

  /** Throws {@link InvalidInput} if columns are unknown or missing. */
  void check(List<String> header) {
    List<Violation> violations = new ArrayList<>();
    for (String name : header) {
      if (!known.contains(name) && !ignored.contains(name)) {
        String shown = name.substring(0, Math.min(name.length(), 100));
        violations.add(
            new Violation(
                shown.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD"),
                "unknown",
                "is not a known column"));
      }
    }
    for (String name : required) {
      if (!header.contains(name)) {
        violations.add(new Violation(name, "required", "is a required column"));
      }
    }
    if (known.contains("officerEmail")
        && !header.contains("officerId")
        && !header.contains("officerEmail")) {
      violations.add(
          new Violation("officerId", "required", "is a required column, or officerEmail"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }
}
