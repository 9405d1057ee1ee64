package io.calllog.rest.shared.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a chain of proxies says about a request.
 *
 * @param client where it comes from
 * @param scheme {@code http} or {@code https}; null when nobody says
 * @param host whom it was sent to, with or without a port; null when nobody says
 */
record Forwarded(InetAddress client, @Nullable String scheme, @Nullable String host) {

  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,253})?|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  /**
   * Reads the headers of a request that came from a proxy. What is malformed says nothing.
   *
   * @param peer the proxy that the request came from
   * @param headers all of one request
   * @param proxies those that are believed
   */
  static Forwarded read(InetAddress peer, Headers headers, Networks proxies) {
    List<Hop> standard = Hop.ofForwarded(headers.all("Forwarded"));
    List<Hop> customary = Hop.ofAddresses(headers.all("X-Forwarded-For"));
    int fromStandard = client(standard, proxies);
    int fromCustomary = client(customary, proxies);
    InetAddress client = peer;
    if (customary.isEmpty()) {
      client = addressOf(standard, fromStandard, peer);
    } else {
      InetAddress address = addressOf(customary, fromCustomary, peer);
      // Proxies write one and pass the other on, as the client made it up.
      boolean agreed =
          standard.isEmpty() || addressOf(standard, fromStandard, peer).equals(address);
      client = agreed ? address : peer;
    }
    Hop told = standard.isEmpty() ? Hop.SILENT : standard.get(Math.max(0, fromStandard));
    return new Forwarded(
        client,
        scheme(last(headers.all("X-Forwarded-Proto")).orElse(told.scheme())),
        host(last(headers.all("X-Forwarded-Host")).orElse(told.host())));
  }

  /** The index of the last that is no proxy; -1 when the nearest already is no address. */
  private static int client(List<Hop> hops, Networks proxies) {
    int client = -1;
    for (int i = hops.size() - 1; i >= 0; i--) {
      Optional<InetAddress> address = IpAddress.parse(hops.get(i).node());
      if (address.isEmpty()) {
        return client; // so whoever wrote what stands before it cannot be known
      }
      client = i;
      if (!proxies.contains(address.get())) {
        return client;
      }
    }
    return client;
  }

  private static InetAddress addressOf(List<Hop> hops, int index, InetAddress otherwise) {
    return index < 0 ? otherwise : IpAddress.parse(hops.get(index).node()).orElse(otherwise);
  }

  private static Optional<String> last(List<String> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = values.getLast().split(",", -1);
    return Optional.of(parts[parts.length - 1].strip());
  }

  private static @Nullable String scheme(@Nullable String text) {
    String scheme = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https") ? scheme : null;
  }

  private static @Nullable String host(@Nullable String text) {
    return text != null && HOST.matcher(text).matches() ? text : null;
  }

  /** The headers of a request. */
  interface Headers {

    /** The values of all headers of this name, in their order. */
    List<String> all(String name);
  }

  /**
   * What one proxy wrote down.
   *
   * @param node whom it had the request from
   * @param scheme how; null when it does not say
   * @param host whom it was sent to; null when it does not say
   */
  private record Hop(String node, @Nullable String scheme, @Nullable String host) {

    private static final Hop SILENT = new Hop("", null, null);

    /** Of X-Forwarded-For. */
    static List<Hop> ofAddresses(List<String> values) {
      return split(String.join(",", values), ',').stream()
          .map(node -> new Hop(node, null, null))
          .toList();
    }

    /** Of Forwarded (RFC 7239). */
    static List<Hop> ofForwarded(List<String> values) {
      return split(String.join(",", values), ',').stream().map(Hop::ofElement).toList();
    }

    private static Hop ofElement(String element) {
      String node = "";
      String scheme = null;
      String host = null;
      for (String pair : split(element, ';')) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals).strip();
        String value = unquoted(pair.substring(equals + 1).strip());
        switch (name.toLowerCase(Locale.ROOT)) {
          case "for" -> node = value;
          case "proto" -> scheme = value;
          case "host" -> host = value;
          default -> {} // "by", and what was added since
        }
      }
      return new Hop(node, scheme, host);
    }

    private static String unquoted(String value) {
      return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
          ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
          : value;
    }

    /** At each separator that does not stand in quotes; empty for nothing at all. */
    private static List<String> split(String text, char separator) {
      List<String> parts = new ArrayList<>();
      var part = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\' && quoted && i + 1 < text.length()) {
          part.append(c).append(text.charAt(++i));
          continue;
        }
        quoted ^= c == '"';
        if (c == separator && !quoted) {
          parts.add(part.toString().strip());
          part.setLength(0);
        } else {
          part.append(c);
        }
      }
      parts.add(part.toString().strip());
      return text.isBlank() ? List.of() : List.copyOf(parts);
    }
  }
}
