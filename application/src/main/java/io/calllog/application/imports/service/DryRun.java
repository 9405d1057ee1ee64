package io.calllog.application.imports.service;

import io.calllog.application.shared.port.out.UnitOfWork;
import java.util.List;
import java.util.function.Supplier;

/** Rolls back the transaction of rows that are only checked. */
final class DryRun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialized
  private final List<RowOutcome> outcomes;

  @SuppressWarnings("NullAway") // RuntimeException takes null; the JDK is not annotated
  private DryRun(List<RowOutcome> outcomes) {
    super(null, null, false, false);
    this.outcomes = outcomes;
  }

  /** Adds rows, rolls back, and returns the outcomes. */
  static Supplier<List<RowOutcome>> of(Supplier<List<RowOutcome>> adding, UnitOfWork unitOfWork) {
    try {
      return unitOfWork.write(() -> {
        throw new DryRun(adding.get());
      });
    } catch (DryRun tried) {
      return () -> tried.outcomes;
    }
  }
}
