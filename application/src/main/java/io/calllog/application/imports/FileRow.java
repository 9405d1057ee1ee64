package io.calllog.application.imports;

import java.util.List;

/**
 * A row of a file, as it came.
 *
 * @param line the line in which the row starts; the header is in line 1
 */
public record FileRow(long line, List<String> fields) {

  public FileRow {
    fields = List.copyOf(fields);
  }
}
