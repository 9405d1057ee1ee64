package io.calllog.application.auth.port.out;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.SettableClock;
import java.time.Duration;

class InMemorySignInThrottleTest extends SignInThrottleContract {

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final SignInThrottle throttle = new InMemorySignInThrottle(clock);

  @Override
  protected SignInThrottle throttle() {
    return throttle;
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }
}
