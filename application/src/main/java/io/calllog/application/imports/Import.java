package io.calllog.application.imports;

import io.calllog.application.shared.ImportId;
import io.calllog.domain.officer.ActorId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import and its progress. Immutable: each change returns a new instance.
 *
 * @param dryRun whether rows are only checked
 * @param columns the names in the header of the file
 * @param rowsTotal the number of rows in the file
 * @param rowsRead the number of rows that are done
 * @param createdBy the officer or the key that sent the file
 * @param error why the import failed; otherwise null
 */
public record Import(
    ImportId id,
    ImportKind kind,
    boolean dryRun,
    List<String> columns,
    ImportState state,
    long rowsTotal,
    long rowsRead,
    long rowsAccepted,
    long rowsUnchanged,
    long rowsRejected,
    ActorId createdBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String error) {

  public Import {
    columns = List.copyOf(columns);
  }

  /** A new import whose rows follow. */
  public static Import create(
      ImportId id,
      ImportKind kind,
      boolean dryRun,
      List<String> columns,
      ActorId creator,
      Instant now) {
    return new Import(
        id,
        kind,
        dryRun,
        columns,
        ImportState.WAITING,
        0,
        0,
        0,
        0,
        0,
        creator,
        now,
        null,
        null,
        null);
  }

  /** Returns the import with all rows received. */
  public Import received(long rows) {
    return new Import(
        id,
        kind,
        dryRun,
        columns,
        state,
        rows,
        rowsRead,
        rowsAccepted,
        rowsUnchanged,
        rowsRejected,
        createdBy,
        createdAt,
        startedAt,
        finishedAt,
        error);
  }

  /** Returns the import after further rows. */
  public Import after(long accepted, long unchanged, long rejected, Instant now) {
    return new Import(
        id,
        kind,
        dryRun,
        columns,
        ImportState.RUNNING,
        rowsTotal,
        rowsRead + accepted + unchanged + rejected,
        rowsAccepted + accepted,
        rowsUnchanged + unchanged,
        rowsRejected + rejected,
        createdBy,
        createdAt,
        startedAt == null ? now : startedAt,
        null,
        null);
  }

  /** Returns the import after its end. */
  public Import ended(ImportState end, @Nullable String reason, Instant now) {
    return new Import(
        id,
        kind,
        dryRun,
        columns,
        end,
        rowsTotal,
        rowsRead,
        rowsAccepted,
        rowsUnchanged,
        rowsRejected,
        createdBy,
        createdAt,
        startedAt,
        now,
        reason);
  }
}
