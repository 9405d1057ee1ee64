package io.calllog.rest.imports;

import io.calllog.application.imports.Import;
import io.calllog.application.imports.ImportState;
import io.calllog.application.imports.view.ImportView;
import io.calllog.application.shared.ImportId;
import io.calllog.domain.officer.ActorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import in JSON.
 *
 * @param rowsRead the number of rows that are done: accepted, unchanged or rejected
 * @param error why it failed; otherwise null
 */
record ImportResponse(
    ImportId id,
    String kind,
    boolean dryRun,
    ImportState state,
    long rowsTotal,
    long rowsRead,
    long rowsAccepted,
    long rowsUnchanged,
    long rowsRejected,
    CreatedBy createdBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String error) {

  /** The officer or the key that sent the file, with the current name. */
  record CreatedBy(ActorId id, @Nullable String name) {}

  static ImportResponse from(ImportView view) {
    Import value = view.value();
    return new ImportResponse(
        value.id(),
        value.kind().toString(),
        value.dryRun(),
        value.state(),
        value.rowsTotal(),
        value.rowsRead(),
        value.rowsAccepted(),
        value.rowsUnchanged(),
        value.rowsRejected(),
        new CreatedBy(value.createdBy(), view.createdByName()),
        value.createdAt(),
        value.startedAt(),
        value.finishedAt(),
        value.error());
  }
}
