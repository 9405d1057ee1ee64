package io.calllog.application.auth.service;

import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.key.ApiKey;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.NONE)
final class LimitRequestsService implements LimitRequests {

  private final RequestLimiter limiter;

  LimitRequestsService(RequestLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public RateLimitDecision admit(@Nullable Caller caller, String address, int requests) {
    if (caller == null) {
      return limiter.take("network " + NetworkPrefix.of(address), requests);
    }
    ApiKey key = caller.key();
    return key == null
        ? limiter.take("officer " + caller.actor().id().value(), requests)
        : limiter.take(
            "key " + key.id().value(), key.details().requestsPerMinute().value(), requests);
  }
}
