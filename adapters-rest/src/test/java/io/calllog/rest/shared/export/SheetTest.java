package io.calllog.rest.shared.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.PhoneNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetTest {

  private final Sheet sheet = new Sheet(ReportingZone.of("Europe/London"));

  @Test
  void has_the_names_of_the_columns_in_its_first_row() throws IOException {
    assertThat(texts(written(List.of("id", "name")).getFirst())).containsExactly("id", "name");
  }

  @Test
  void writes_times_in_the_reporting_time_zone_and_numbers_as_numbers() throws IOException {
    Row row =
        written(List.of("a", "b", "c"), Instant.parse("2026-07-01T09:30:00.250Z"), 180, 7L)
            .getLast();

    assertThat(row.getCellAsDate(0)).contains(LocalDateTime.parse("2026-07-01T10:30:00.250"));
    assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("180");
    assertThat(row.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("7");
  }

  @Test
  void text_stays_text_without_characters_that_xml_does_not_have() throws IOException {
    UUID id = UUID.randomUUID();

    Row row =
        written(
                List.of("a", "b", "c", "d", "e", "f"),
                "=1+1",
                "a<b>&\"'\nnext",
                "x\u0001\uffffy\uD83D\uDE00",
                null,
                id,
                new PhoneNumber("+442079460958"))
            .getLast();

    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(texts(row))
        .containsExactly(
            "=1+1", "a<b>&\"'\nnext", "xy\uD83D\uDE00", null, id.toString(), "+442079460958");
  }

  @Test
  void writes_any_number_of_rows() throws IOException {
    var out = new ByteArrayOutputStream();
    var rows = sheet.open(out, List.of("number"));
    for (int i = 0; i < 2_500; i++) {
      rows.write(List.of(i));
    }
    rows.finish();

    assertThat(
            read(out).stream().skip(1).map(row -> row.getCellAsNumber(0).orElseThrow().intValue()))
        .containsExactlyElementsOf(IntStream.range(0, 2_500).boxed().toList());
  }

  private List<Row> written(List<String> header, @Nullable Object... row) throws IOException {
    var out = new ByteArrayOutputStream();
    var rows = sheet.open(out, header);
    rows.write(Arrays.asList(row));
    rows.finish();
    return read(out);
  }

  private static List<Row> read(ByteArrayOutputStream out) throws IOException {
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return workbook.getFirstSheet().read();
    }
  }

  private static List<@Nullable String> texts(Row row) {
    return IntStream.range(0, row.getCellCount())
        .<@Nullable String>mapToObj(i -> row.getCellAsString(i).orElse(null))
        .toList();
  }
}
