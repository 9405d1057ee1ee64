package io.calllog.application.migration.service;

/** What an import does with a row. */
enum Change {
  ADDED,
  CHANGED,
  UNCHANGED,
  /** It was changed or deleted here later. */
  KEPT
}
