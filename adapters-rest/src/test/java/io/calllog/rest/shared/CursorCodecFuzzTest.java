package io.calllog.rest.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calllog.application.shared.Cursor;
import java.util.Base64;
import java.util.Optional;

class CursorCodecFuzzTest {

  private static final String LIST = "1b2c";
  private static final String OTHER_LIST = "1b2d";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  @FuzzTest(maxDuration = "3m")
  void accepts_only_text_that_it_would_write_itself(byte[] bytes) {
    check(new String(bytes, UTF_8));
    check(ENCODER.encodeToString(bytes));
  }

  private static void check(String text) {
    Optional<Cursor> read = CursorCodec.read(text, LIST);

    read.ifPresent(cursor -> {
      assertThat(CursorCodec.write(cursor, LIST)).isEqualTo(text);
      assertThat(CursorCodec.read(text, LIST)).contains(cursor);
      assertThat(CursorCodec.read(text, OTHER_LIST)).isEmpty();
      String ofAnotherList = CursorCodec.write(cursor, OTHER_LIST);
      assertThat(CursorCodec.read(ofAnotherList, OTHER_LIST)).contains(cursor);
    });
  }
}
