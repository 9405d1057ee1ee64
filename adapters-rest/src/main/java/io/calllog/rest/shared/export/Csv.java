package io.calllog.rest.shared.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.calllog.domain.shared.PhoneNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Writes CSV (RFC 4180) in UTF-8. Text that a spreadsheet would execute as a formula gets a leading
 * apostrophe (OWASP, CSV Injection). Phone numbers do not: they consist of a plus sign and digits.
 *
 * @param bom whether the text starts with a byte order mark, by which Excel recognizes UTF-8
 * @param separator the character between two fields, which decides about the decimal separator
 */
public record Csv(boolean bom, Separator separator) implements TableFormat {

  /** Separators. Excel expects the semicolon where the comma is the decimal separator. */
  public enum Separator {
    /** With decimal points. */
    COMMA(',', '.'),
    /** With decimal commas. */
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

  /** The media type without a charset. */
  public static final String TEXT_CSV = "text/csv";

  /** The media type of responses. */
  public static final MediaType MEDIA_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** The last four are the full-width forms of the first. */
  private static final String FORMULA_START = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private static final int BUFFER_SIZE = 64 * 1024;

  /** The format that query parameters ask for: by default with commas, and without a mark. */
  public static Csv of(@Nullable Boolean bom, @Nullable Separator separator) {
    return new Csv(
        Boolean.TRUE.equals(bom), Objects.requireNonNullElse(separator, Separator.COMMA));
  }

  /** Returns the text with an apostrophe in front if a spreadsheet would execute it. */
  public static String guarded(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** Returns the text without the apostrophe that {@link #guarded} added. */
  public static String unguarded(String text) {
    return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
  }

  /** Writes a table to memory. */
  public byte[] bytes(List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    var text = new StringWriter();
    if (bom) {
      text.write(BYTE_ORDER_MARK);
    }
    var writer = writer(text, 0);
    writer.writeRecord(header);
    rows.forEach(row -> writeRow(writer, row));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public MediaType mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public String extension() {
    return ".csv";
  }

  @Override
  public long maxRows() {
    return Long.MAX_VALUE;
  }

  @Override
  public Rows open(OutputStream out, List<String> header) throws IOException {
    var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (bom) {
      text.write(BYTE_ORDER_MARK);
    }
    var writer = writer(text, BUFFER_SIZE);
    writer.writeRecord(header);
    return new Rows() {
      @Override
      public void write(List<? extends @Nullable Object> row) {
        writeRow(writer, row);
      }

      @Override
      public void finish() throws IOException {
        writer.flush();
      }
    };
  }

  private CsvWriter writer(Writer text, int bufferSize) {
    return CsvWriter.builder()
        .fieldSeparator(separator.character)
        .bufferSize(bufferSize)
        .build(text);
  }

  private void writeRow(CsvWriter writer, List<? extends @Nullable Object> row) {
    var record = writer.writeRecord();
    for (Object value : row) {
      record.writeField(cell(value));
    }
    record.endRecord();
  }

  private String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> guarded(text);
      case BigDecimal number -> number.toPlainString().replace('.', separator.decimal);
      case PhoneNumber(String number) -> number;
      default -> value.toString();
    };
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA_START.indexOf(text.charAt(0)) >= 0;
  }
}
