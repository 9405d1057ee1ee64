package io.calllog.rest.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer whose main rows can be had as CSV (RFC 4180) too. */
interface Table {

  /** What the columns are called: as the fields in JSON. */
  List<String> header();

  /** The rows, in the order of the answer. */
  List<? extends List<? extends @Nullable Object>> rows();
}
