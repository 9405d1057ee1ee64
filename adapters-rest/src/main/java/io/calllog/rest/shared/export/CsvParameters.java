package io.calllog.rest.shared.export;

import org.jspecify.annotations.Nullable;

/** The query parameters that say how CSV is written. */
public record CsvParameters(@Nullable Boolean bom, Csv.@Nullable Separator separator) {

  /** How CSV is written: by default with commas, and without a byte order mark. */
  public Csv toCsv() {
    return Csv.of(bom, separator);
  }
}
