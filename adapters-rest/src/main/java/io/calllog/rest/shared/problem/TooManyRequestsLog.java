package io.calllog.rest.shared.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Logs requests that a rate limit refused, at most once a minute for an address. Everybody behind a
 * proxy that is not configured shares the limit of its address, so the line says how to tell.
 * Thread-safe.
 */
@Component
class TooManyRequestsLog {

  private static final Logger LOG = LoggerFactory.getLogger(TooManyRequestsLog.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** Above this number of addresses in a minute, further ones are not logged. */
  private static final int MAX_ADDRESSES = 1_000;

  private final Map<String, Instant> logged = new HashMap<>();
  private final InstantSource clock;

  TooManyRequestsLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Logs a refused request, unless one from the same address was logged within a minute. */
  void log(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!isDue(address)) {
      return;
    }
    LOG.warn(
        "Too many requests: refused {} {} from {}.{} More of them from this address are not logged for"
            + " a minute.",
        request.getMethod(),
        request.getRequestURI(),
        address,
        isPrivate(address)
            ? " If this is the address of a proxy, add it to calllog.proxies: until then, all its"
                + " users share one limit."
            : "");
  }

  private synchronized boolean isDue(String address) {
    Instant now = clock.instant();
    logged.values().removeIf(at -> !now.isBefore(at.plus(INTERVAL)));
    return logged.size() < MAX_ADDRESSES && logged.putIfAbsent(address, now) == null;
  }

  /** Whether the address is of this machine or of a private network (RFC 1918, RFC 4193). */
  static boolean isPrivate(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed.isLoopbackAddress()
          || parsed.isLinkLocalAddress()
          || parsed.isSiteLocalAddress()
          || (parsed instanceof Inet6Address && (parsed.getAddress()[0] & 0xfe) == 0xfc);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
