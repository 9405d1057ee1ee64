package io.calllog.bootstrap.command;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of two columns without a header: a text of Node's rows, and the path of its region.
 */
final class RegionFile {

  private RegionFile() {}

  /**
   * Reads the file.
   *
   * @param file null for an empty map
   * @throws InvalidInput if a line is malformed
   * @throws IOException if the file cannot be read
   */
  static Map<String, RegionPath> read(@Nullable String file) throws IOException {
    Map<String, RegionPath> regions = new HashMap<>();
    if (file != null) {
      try (CsvReader<CsvRecord> lines =
          CsvReader.builder().detectBomHeader(true).ofCsvRecord(Path.of(file))) {
        for (CsvRecord line : lines) {
          if (line.getFieldCount() != 2) {
            throw new InvalidInput(
                "--regions",
                "malformed",
                "needs two columns in line " + line.getStartingLineNumber());
          }
          regions.put(line.getField(0), new RegionPath(line.getField(1)));
        }
      } catch (UncheckedIOException e) {
        throw new IOException(e);
      }
    }
    return regions;
  }
}
