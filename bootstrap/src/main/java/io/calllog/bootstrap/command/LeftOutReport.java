package io.calllog.bootstrap.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.calllog.application.migration.view.LeftOut;
import io.calllog.rest.shared.export.Csv;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what was left out to a CSV file, and the first few to the screen. */
final class LeftOutReport implements AutoCloseable {

  private static final int SHOWN = 10;

  private final PrintStream out;
  private final @Nullable CsvWriter file;
  private final List<LeftOut> first = new ArrayList<>();
  private long count;

  private LeftOutReport(PrintStream out, @Nullable CsvWriter file) {
    this.out = out;
    this.file = file;
  }

  /**
   * Opens a report.
   *
   * @param file null for a report on the screen only
   */
  static LeftOutReport open(@Nullable String file, PrintStream out) throws IOException {
    if (file == null) {
      return new LeftOutReport(out, null);
    }
    CsvWriter writer = CsvWriter.builder().build(Path.of(file));
    writer.writeRecord("table", "id", "column", "reason", "value");
    return new LeftOutReport(out, writer);
  }

  void add(LeftOut what) {
    count++;
    if (first.size() < SHOWN) {
      first.add(what);
    }
    if (file != null) {
      file.writeRecord(
          what.table().toString(),
          Csv.guarded(what.id()),
          Objects.requireNonNullElse(what.column(), ""),
          Csv.guarded(what.reason()),
          Csv.guarded(Objects.requireNonNullElse(what.value(), "")));
    }
  }

  /** Prints the first few. */
  void summarize() {
    if (count > 0) {
      out.printf(Locale.ROOT, "%nLeft out, rows and single values: %,d%n", count);
    }
    for (LeftOut what : first) {
      out.printf(
          "  %s %s %s%s%n",
          what.table(), what.id(), what.column() == null ? "" : what.column() + " ", what.reason());
    }
    if (count > first.size()) {
      out.println(
          file == null
              ? "  … Use --report=<file> to see all of them."
              : "  … The report contains all of them.");
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
