package io.calllog.rest.shared.proxy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as they are written in headers and settings; never asks a name server. */
final class IpAddress {

  /** Four numbers, where Java would also take less; a port may follow. */
  private static final Pattern FOUR = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::\\w+)?");

  /** Bare, or in brackets with or without a port. Scopes mean nothing on another machine. */
  private static final Pattern SIX =
      Pattern.compile("([0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)|\\[([0-9A-Fa-f:.]+)](?::\\w+)?");

  private IpAddress() {}

  /** The address of a text such as {@code 192.0.2.1:4711} or {@code [2001:db8::1]}. */
  static Optional<InetAddress> parse(String text) {
    Matcher four = FOUR.matcher(text);
    if (four.matches()) {
      return literal(four.group(1));
    }
    Matcher six = SIX.matcher(text);
    if (six.matches()) {
      return literal(six.group(1) == null ? six.group(2) : six.group(1));
    }
    return Optional.empty();
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
