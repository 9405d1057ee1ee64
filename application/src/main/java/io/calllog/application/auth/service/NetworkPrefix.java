package io.calllog.application.auth.service;

import io.calllog.application.shared.Origin;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The network that a request comes from, as counted by rate limits: an IPv4 address, or the first
 * 64 bits of an IPv6 address, because providers assign that many to one customer.
 */
final class NetworkPrefix {

  private static final int PREFIX_BYTES = 8;

  private NetworkPrefix() {}

  /** Returns the network of a request; all requests without an address share one. */
  static String of(Origin origin) {
    return of(Objects.requireNonNullElse(origin.address(), ""));
  }

  /** Returns the network of an address. A text that is not an IP address is returned unchanged. */
  static String of(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
      return parsed instanceof Inet6Address six ? prefix(six) : parsed.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  private static String prefix(Inet6Address address) {
    byte[] prefix = Arrays.copyOf(address.getAddress(), PREFIX_BYTES);
    return HexFormat.ofDelimiter(":").formatHex(prefix) + "/64";
  }
}
