package io.calllog.rest.analytics;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Writes tables as CSV in UTF-8. Text that a spreadsheet would take for a formula gets an
 * apostrophe before it, which spreadsheets do not show: a name must not run anything.
 */
@Component
class CsvConverter implements HttpMessageConverter<Table> {

  static final String TEXT_CSV = "text/csv";

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final String BEGINS_FORMULA = "=+-@\t\r";

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return Table.class.isAssignableFrom(type)
        && (mediaType == null || CSV.equalsTypeAndSubtype(mediaType));
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(CSV);
  }

  @Override
  public Table read(Class<? extends Table> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("CSV is only written", message);
  }

  @Override
  public void write(Table table, @Nullable MediaType mediaType, HttpOutputMessage message)
      throws IOException {
    message.getHeaders().setContentType(CSV);
    CsvWriter csv =
        CsvWriter.builder()
            .build(new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8));
    csv.writeRecord(table.header());
    for (List<? extends @Nullable Object> row : table.rows()) {
      List<String> record = new ArrayList<>();
      for (Object value : row) {
        record.add(cell(value));
      }
      csv.writeRecord(record);
    }
    csv.flush();
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean formula =
        value instanceof String && !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
