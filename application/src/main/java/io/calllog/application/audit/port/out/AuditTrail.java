package io.calllog.application.audit.port.out;

import io.calllog.application.audit.AuditEntry;
import java.util.List;

/**
 * The audit trail. Entries are added, never changed or removed. Requires a transaction, so that an
 * entry and the change it describes are stored together. Thread-safe.
 *
 * @see PersonalDataEraser
 */
public interface AuditTrail {

  /** Adds an entry. */
  void record(AuditEntry entry);

  /**
   * Adds entries that differ in nothing but their subjects, and have no personal values.
   *
   * @param entries may be many
   */
  void recordAll(List<AuditEntry> entries);
}
