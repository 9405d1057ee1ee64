package io.calllog.application.analytics.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({"1, 7, 7", "2, 7, 4", "3, 7, 2", "3, 8, 3", "4, 0, 0"})
  void rounds_the_average_to_whole_seconds(long connected, long talkSeconds, long average) {
    assertThat(new Figures(100, connected, 86_400, talkSeconds).averageSeconds())
        .isEqualTo(average);
  }

  @Test
  void has_no_average_without_connected_calls() {
    assertThat(Figures.NONE.averageSeconds()).isNull();
    assertThat(new Figures(2, 0, 86_445, 0).averageSeconds()).isNull();
  }

  @Test
  void adds_up() {
    assertThat(new Figures(1, 2, 3, 4).plus(new Figures(10, 20, 30, 40)))
        .isEqualTo(new Figures(11, 22, 33, 44));
  }
}
