package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.Allowance;
import io.calllog.domain.officer.Actor;
import org.jspecify.annotations.Nullable;

/** Keeps anybody from asking for more than their share. Thread-safe. */
public interface LimitRequests {

  /**
   * Counts one request of this caller. Never fails.
   *
   * @param actor who asks; null when nobody is signed in, whose address is counted then
   * @param address where the request comes from; of IPv6 the first 64 bits count, because one
   *     customer of a provider has that many
   * @return whether it is granted, and what is left
   */
  Allowance admit(@Nullable Actor actor, String address);
}
