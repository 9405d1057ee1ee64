package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

/** Limits the requests of each officer and of each address. Thread-safe. */
public interface LimitRequests {

  /**
   * Counts requests, all or none, for the officer or, if there is none, for the network of the
   * address. The network of an IPv6 address is its first 64 bits, which providers assign to one
   * customer. Never fails.
   */
  RateLimitDecision admit(@Nullable Actor actor, String address, int requests);
}
