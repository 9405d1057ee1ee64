package io.calllog.rest.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report that is answered as CSV, too: its main rows. */
interface CsvRows {

  /** The names of the columns: those of the JSON properties. */
  List<String> header();

  /** The rows in the order of the report. */
  List<? extends List<? extends @Nullable Object>> rows();
}
