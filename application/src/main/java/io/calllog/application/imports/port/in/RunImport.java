package io.calllog.application.imports.port.in;

import io.calllog.application.shared.ImportId;
import java.util.function.BooleanSupplier;

/** Adds the rows of an import. */
public interface RunImport {

  /**
   * Goes on with an import until it ends. Each part is one transaction, with the progress. Two runs
   * at the same time are harmless: they add each row once.
   *
   * @param stopping asked between two parts; true ends the run, and another one can go on
   * @return whether the import has ended
   * @throws io.calllog.application.shared.Unavailable if the database is not available: another run
   *     can go on later
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if a lock was not available in
   *     time: another run can go on later
   */
  boolean run(ImportId id, BooleanSupplier stopping);
}
