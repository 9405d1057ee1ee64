package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.IdSourceContract;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class UseCaseConfigurationTest extends IdSourceContract {

  private final UseCaseConfiguration configuration = new UseCaseConfiguration();
  private final IdSource ids = configuration.idSource();

  @Override
  protected IdSource ids() {
    return ids;
  }

  @Test
  void the_clock_ticks_in_milliseconds() {
    Instant now = configuration.clock().instant();
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
  }
}
