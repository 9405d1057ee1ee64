package io.calllog.application.auth.port.out;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.SettableClock;
import java.time.Duration;

class InMemoryRequestLimiterTest extends RequestLimiterContract {

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final RequestLimiter limiter = new InMemoryRequestLimiter(clock);

  @Override
  protected RequestLimiter limiter() {
    return limiter;
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }
}
