package io.calllog.rest.shared.proxy;

import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.util.NetMask;

/**
 * Networks in CIDR notation, such as {@code 10.0.0.0/8}; an address alone is a network of one.
 *
 * @param masks one for each
 */
record Networks(List<NetMask> masks) {

  /** Refuses, with an {@link IllegalArgumentException}, what is no such network. */
  static Networks of(List<String> texts) {
    return new Networks(texts.stream().map(Networks::mask).toList());
  }

  boolean contains(InetAddress address) {
    return masks.stream().anyMatch(mask -> mask.matches(address));
  }

  private static NetMask mask(String text) {
    String[] parts = text.strip().split("/", -1);
    boolean wellFormed =
        parts.length <= 2
            && IpAddress.parse(parts[0]).filter(_ -> isBare(parts[0])).isPresent()
            // Where everybody is a proxy, everybody chooses their own address.
            && (parts.length == 1 || parts[1].matches("[1-9][0-9]{0,2}"));
    if (wellFormed) {
      try {
        return new NetMask(text.strip());
      } catch (IllegalArgumentException _) {
        // too long a prefix; told below
      }
    }
    throw new IllegalArgumentException(
        "calllog.proxies: " + text + " is no network such as 10.0.0.0/8 or 2001:db8::/32");
  }

  /** Without a port, which would be read over. */
  private static boolean isBare(String address) {
    return !address.startsWith("[") && (address.indexOf('.') < 0 || !address.matches(".*\\..*:.*"));
  }
}
