package io.calllog.application.audit.port.out;

import io.calllog.application.audit.AuditEntry;

/**
 * The record of what happened. Lines are added, and never changed or removed. Requires a
 * transaction, so that a line and the change it describes are both stored, or neither is.
 * Thread-safe.
 *
 * @see PersonalDataEraser
 */
public interface AuditTrail {

  /** Adds a line. */
  void record(AuditEntry entry);
}
