package io.calllog.rest.analytics;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Writes CSV (RFC 4180) in UTF-8. Text that a spreadsheet would execute as a formula gets a leading
 * apostrophe (OWASP, CSV Injection).
 *
 * @param bom whether the text starts with a byte order mark, by which Excel recognizes UTF-8
 * @param separator the character between two fields, which decides about the decimal separator
 */
record Csv(boolean bom, Separator separator) {

  /** Separators. Excel expects the semicolon where the comma is the decimal separator. */
  enum Separator {
    COMMA(',', '.'),
    SEMICOLON(';', ',');

    private final char character;
    private final char decimal;

    Separator(char character, char decimal) {
      this.character = character;
      this.decimal = decimal;
    }

    /** Returns the value of the query parameter. */
    @Override
    public String toString() {
      return String.valueOf(character);
    }
  }

  static final String TEXT_CSV = "text/csv";
  static final MediaType MEDIA_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** The last four are the full-width forms of the first. */
  private static final String FORMULA_START = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  byte[] write(CsvRows report) {
    var text = new StringWriter();
    if (bom) {
      text.write("\ufeff");
    }
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(separator.character).bufferSize(0).build(text);
    csv.writeRecord(report.header());
    for (List<? extends @Nullable Object> row : report.rows()) {
      List<String> cells = new ArrayList<>();
      for (Object value : row) {
        cells.add(cell(value));
      }
      csv.writeRecord(cells);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String cell(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString().replace('.', separator.decimal);
    }
    String text = value == null ? "" : value.toString();
    boolean formula =
        value instanceof String && !text.isEmpty() && FORMULA_START.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
