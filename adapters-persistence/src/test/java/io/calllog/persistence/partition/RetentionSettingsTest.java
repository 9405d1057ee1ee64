package io.calllog.persistence.partition;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionSettingsTest {

  @TempDir private Path directory;

  @Test
  void need_a_directory_that_exists() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionSettings(36, null))
        .withMessageContaining("needs calllog.retention.directory");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionSettings(36, directory.resolve("missing")))
        .withMessageContaining("can be written to");
    assertThatCode(() -> new RetentionSettings(36, directory)).doesNotThrowAnyException();
    assertThatCode(() -> new RetentionSettings(null, null)).doesNotThrowAnyException();
  }

  @Test
  void keep_at_least_a_month() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionSettings(0, directory))
        .withMessageContaining("from 1 to 1,200");
  }
}
