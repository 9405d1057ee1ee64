package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.application.shared.Caller;
import org.jspecify.annotations.Nullable;

/** Limits the requests of each officer, of each key and of each address. Thread-safe. */
public interface LimitRequests {

  /**
   * Counts requests, all or none, for the officer, for the key, which has its own limit, or, if
   * there is no caller, for the network of the address. The network of an IPv6 address is its first
   * 64 bits, which providers assign to one customer. Never fails.
   */
  RateLimitDecision admit(@Nullable Caller caller, String address, int requests);
}
