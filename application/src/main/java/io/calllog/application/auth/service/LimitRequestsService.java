package io.calllog.application.auth.service;

import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.NONE)
final class LimitRequestsService implements LimitRequests {

  private final RequestLimiter limiter;

  LimitRequestsService(RequestLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public RateLimitDecision admit(@Nullable Actor actor, String address, int requests) {
    return limiter.take(
        actor == null ? "network " + NetworkPrefix.of(address) : "officer " + actor.id().value(),
        requests);
  }
}
