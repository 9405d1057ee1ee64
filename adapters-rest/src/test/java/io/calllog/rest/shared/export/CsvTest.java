package io.calllog.rest.shared.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTest {

  private static final List<String> HEADER = List.of("x", "y", "z");

  @Test
  void quotes_text_and_leaves_null_empty() {
    assertThat(written("a,\"b\"", 7L, null)).isEqualTo("x,y,z\r\n\"a,\"\"b\"\"\",7,\r\n");
  }

  @Test
  void an_apostrophe_precedes_text_that_would_be_a_formula() {
    for (String text :
        List.of("=1", "+1", "-1", "@x", "\tx", "＝1", "＋44 20", "－1", "＠x", "+442079460958")) {
      assertThat(written(text, -1L, "x" + text)).isEqualTo("x,y,z\r\n'%s,-1,x%s\r\n", text, text);
      assertThat(Csv.unguarded("'" + text)).isEqualTo(text);
    }
  }

  @Test
  void an_apostrophe_before_other_text_is_part_of_it() {
    for (String text : List.of("'", "'t Hof", "''=1", "=1")) {
      assertThat(Csv.unguarded(text)).isEqualTo(text);
    }
  }

  @Test
  void quotes_text_that_starts_with_a_line_break() {
    assertThat(written("\n=1", 1L, "x")).isEqualTo("x,y,z\r\n\"'\n=1\",1,x\r\n");
  }

  @Test
  void writes_what_excel_reads() {
    byte[] csv =
        new Csv(true, Csv.Separator.SEMICOLON)
            .bytes(HEADER, List.of(List.of("a;b", "a,b", new BigDecimal("-0.25"))));

    assertThat(new String(csv, StandardCharsets.UTF_8))
        .isEqualTo("\ufeffx;y;z\r\n\"a;b\";a,b;-0,25\r\n");
  }

  private static String written(@Nullable Object... cells) {
    byte[] csv = Csv.of(null, null).bytes(HEADER, List.of(Arrays.asList(cells)));
    return new String(csv, StandardCharsets.UTF_8);
  }
}
