package io.calllog.application.imports.port.out;

import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.Import;
import io.calllog.application.imports.RejectedRow;
import io.calllog.application.shared.ImportId;
import java.util.List;
import java.util.Optional;

/**
 * Stores imports, their rows until the import ends, and the errors of rejected rows. Writing
 * requires a transaction. Thread-safe.
 */
public interface ImportRepository {

  /** Adds an import whose rows are still being received. No other method finds it. */
  void begin(Import added);

  /**
   * Adds rows of an import that is being received. Does nothing if they were added before.
   *
   * @param first the number of the first of these rows in the file, from 0
   */
  void store(ImportId id, long first, List<FileRow> rows);

  /** Stores that all rows were received. Returns false if that was stored before. */
  boolean received(Import complete);

  /** Deletes an import that is being received. */
  void discard(ImportId id);

  /** Finds an import. */
  Optional<Import> find(ImportId id);

  /** Finds an import and locks it until the transaction ends. */
  Optional<Import> findForUpdate(ImportId id);

  /** Stores the progress of an import. Deletes its rows if it has ended. */
  void update(Import changed);

  /** Reads some thousand rows that follow the first {@code read} ones; none at the end. */
  List<FileRow> next(ImportId id, long read);

  /** Adds errors of rows. */
  void reject(ImportId id, List<RejectedRow> errors);
}
