package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

/** Limits the requests of each officer and of each address. Thread-safe. */
public interface LimitRequests {

  /**
   * Counts a request against the quota of the officer or, without an officer, of the address. Never
   * fails.
   *
   * @param actor null if the request has no valid token
   * @param address the source of the request. Only the first 64 bits of an IPv6 address count,
   *     because providers assign that many to one customer
   */
  RateLimitDecision admit(@Nullable Actor actor, String address);
}
