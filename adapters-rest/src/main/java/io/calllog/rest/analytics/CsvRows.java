package io.calllog.rest.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main rows of a report, for CSV. */
interface CsvRows {

  /** The names of the columns, which are also the names of the JSON properties. */
  List<String> header();

  /** The rows in the order of the report. */
  List<? extends List<? extends @Nullable Object>> rows();
}
