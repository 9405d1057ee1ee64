package io.calllog.application.auth.service;

import io.calllog.application.shared.Origin;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Where requests come from, as far as limits are concerned.
 *
 * @param name an IPv4 address, or the first 64 bits of an IPv6 address: whoever has one of those
 *     has all of them
 */
record Network(String name) {

  private static final int PREFIX_BYTES = 8;

  /** The network that somebody asks from; those of whom nothing is known share one. */
  static Network of(Origin origin) {
    return of(Objects.requireNonNullElse(origin.address(), ""));
  }

  /** The network of an address; what is no address is a network of its own. */
  static Network of(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
      return new Network(
          parsed instanceof Inet6Address six ? prefix(six) : parsed.getHostAddress());
    } catch (IllegalArgumentException _) {
      return new Network(address);
    }
  }

  private static String prefix(Inet6Address address) {
    byte[] prefix = Arrays.copyOf(address.getAddress(), PREFIX_BYTES);
    return HexFormat.ofDelimiter(":").formatHex(prefix) + "/64";
  }
}
