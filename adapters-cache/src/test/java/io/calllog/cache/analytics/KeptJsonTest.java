package io.calllog.cache.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Slice;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

class KeptJsonTest {

  private static final KeptJson<Volumes> VOLUMES = new KeptJson<>(new TypeReference<>() {});
  private static final KeptJson<Summary> SUMMARY = new KeptJson<>(new TypeReference<>() {});

  private static final String VOLUMES_TEXT = VOLUMES.write(kept(Samples.volumes(7)));

  @Test
  void gives_volumes_back() {
    assertThatItComesBack(VOLUMES, Samples.volumes(7));
  }

  @Test
  void gives_times_of_officers_back() {
    assertThatItComesBack(
        new KeptJson<OfficerTimes>(new TypeReference<>() {}), Samples.officerTimes("Ann"));
  }

  @Test
  void gives_days_of_officers_back() {
    KeptJson<Slice<OfficerDays, ByName>> json = new KeptJson<>(new TypeReference<>() {});
    assertThatItComesBack(json, Samples.officerDays());
    assertThatItComesBack(json, Samples.lastOfficerDays());
  }

  @Test
  void gives_outcomes_back() {
    assertThatItComesBack(new KeptJson<Outcomes>(new TypeReference<>() {}), Samples.outcomes());
  }

  @Test
  void gives_summaries_back() {
    assertThatItComesBack(SUMMARY, Samples.summary());
    assertThatItComesBack(SUMMARY, Samples.comparedSummary());
  }

  @Test
  void names_no_types() {
    assertThat(VOLUMES_TEXT).doesNotContain("io.calllog", "java.", "@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "[]",
        "{}",
        "\u0000\u0005rubbish",
        "{\"until\":\"2026-11-22T12:00:00Z\"}",
        "{\"until\":\"2026-11-22T12:00:00Z\",\"report\":null}",
        "{\"until\":\"2026-11-22T12:00:00Z\",\"report\":{}}",
        "[\"java.lang.ProcessBuilder\",{}]"
      })
  void refuses_what_is_no_report(String rubbish) {
    assertRefuses(rubbish);
  }

  @Test
  void refuses_the_report_of_another_view() {
    assertRefuses(SUMMARY.write(kept(Samples.summary())));
  }

  @Test
  void refuses_another_shape() {
    assertRefuses(changed("\"connected\":1,", ""));
    assertRefuses(changed("\"connected\":1,", "\"connected\":1,\"missed\":2,"));
    assertRefuses(changed("\"calls\":7", "\"calls\":\"7\""));
    assertRefuses(changed("\"calls\":7", "\"calls\":7.5"));
    assertRefuses(changed("\"calls\":7", "\"calls\":null"));
    assertRefuses(changed("\"days\":[", "\"days\":[null,"));
    assertRefuses(changed("\"day\":\"2026-11-21\"", "\"day\":null"));
    assertRefuses(changed("Europe/London", "Europe/Atlantis"));
    assertRefuses(changed("\"cached\":true", "\"cached\":\"true\""));
    assertRefuses(changed("\"days\":[", "\"@class\":\"java.lang.Object\",\"days\":["));
    assertRefuses(VOLUMES_TEXT + "{}");
    assertRefuses(VOLUMES_TEXT.substring(0, VOLUMES_TEXT.length() - 1));
  }

  private static <T> Kept<T> kept(T content) {
    return new Kept<>(Samples.NOON.plus(Duration.ofSeconds(9)), Samples.report(content));
  }

  private static String changed(String what, String into) {
    assertThat(VOLUMES_TEXT).contains(what);
    return VOLUMES_TEXT.replace(what, into);
  }

  private static void assertRefuses(String text) {
    assertThatExceptionOfType(JacksonException.class).as(text).isThrownBy(() -> VOLUMES.read(text));
  }

  private static <T> void assertThatItComesBack(KeptJson<T> json, T content) {
    Kept<T> before = kept(content);
    Kept<T> after = json.read(json.write(before));
    assertThat(after).isEqualTo(before);
    assertThat(after.report()).isEqualTo(Samples.report(content).fromCache());
  }
}
