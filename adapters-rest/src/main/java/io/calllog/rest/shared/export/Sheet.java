package io.calllog.rest.shared.export;

import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.PhoneNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Writes sheets of Excel (Office Open XML). Text is text, whatever it begins with, and control
 * characters that XML does not have are left out. Dates of Excel have no time zone.
 *
 * @param zone the time zone of all times
 */
public record Sheet(ReportingZone zone) implements TableFormat {

  /** The media type. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final MediaType MEDIA_TYPE = MediaType.parseMediaType(XLSX);

  /** Excel reads 1,048,576 rows. */
  private static final long MAX_ROWS = 1_000_000;

  private static final String TIME = "yyyy-mm-dd hh:mm:ss";
  private static final int WIDTH = 20;

  @Override
  public MediaType mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public String extension() {
    return ".xlsx";
  }

  @Override
  public long maxRows() {
    return MAX_ROWS;
  }

  @Override
  public Rows open(OutputStream out, List<String> header) throws IOException {
    var workbook = new Workbook(out, "Calllog", null);
    var rows = new SheetRows(workbook, workbook.newWorksheet("export"), zone);
    rows.write(header);
    rows.sheet.freezePane(0, 1);
    for (int column = 0; column < header.size(); column++) {
      rows.sheet.width(column, WIDTH);
    }
    return rows;
  }

  /** Text is written where it is used, because a table of all text would be kept in memory. */
  private static final class SheetRows implements Rows {

    private static final int BATCH = 1_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ReportingZone zone;
    private int row;

    SheetRows(Workbook workbook, Worksheet sheet, ReportingZone zone) {
      this.workbook = workbook;
      this.sheet = sheet;
      this.zone = zone;
    }

    @Override
    public void write(List<? extends @Nullable Object> values) throws IOException {
      int column = 0;
      for (Object value : values) {
        write(column, value);
        column++;
      }
      row++;
      if (row % BATCH == 0) {
        sheet.flush();
      }
    }

    private void write(int column, @Nullable Object value) {
      switch (value) {
        case null -> {}
        case Number number -> sheet.value(row, column, number);
        case Instant time -> {
          sheet.value(row, column, LocalDateTime.ofInstant(time, zone.id()));
          sheet.style(row, column).format(TIME).set();
        }
        case PhoneNumber(String number) -> sheet.inlineString(row, column, number);
        default -> sheet.inlineString(row, column, value.toString());
      }
    }

    @Override
    public void finish() throws IOException {
      workbook.finish();
    }
  }
}
