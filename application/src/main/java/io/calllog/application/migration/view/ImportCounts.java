package io.calllog.application.migration.view;

/**
 * What became of the rows of a table.
 *
 * @param read the rows in the Node backend: the sum of added, changed, unchanged, kept and left out
 * @param kept rows that were changed or deleted here later than in the Node backend
 * @param leftOut rows that were not imported
 * @param deleted rows of earlier imports that the Node backend no longer has and that were deleted
 * @param missing such rows that were not deleted
 */
public record ImportCounts(
    long read,
    long added,
    long changed,
    long unchanged,
    long kept,
    long leftOut,
    long deleted,
    long missing) {}
