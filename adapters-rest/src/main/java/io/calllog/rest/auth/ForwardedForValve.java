package io.calllog.rest.auth;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares {@code X-Forwarded-For} for Tomcat's {@code RemoteIpValve}, which takes an element with
 * a port for the client's address, and looks up host names in DNS. Removes ports, and drops an
 * element that is not an address together with all elements before it.
 */
final class ForwardedForValve extends ValveBase {

  private static final Logger LOG = LoggerFactory.getLogger(ForwardedForValve.class);

  private static final String HEADER = "X-Forwarded-For";

  /** Such as {@code 192.0.2.1:4711}, {@code [2001:db8::1]} and {@code [2001:db8::1]:4711}. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(?<v4>[0-9.]+):[0-9]+|\\[(?<v6>[0-9A-Fa-f:.]+)](:[0-9]+)?");

  private final AtomicBoolean warned = new AtomicBoolean();

  ForwardedForValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    List<String> values = Collections.list(request.getHeaders(HEADER));
    if (!values.isEmpty()) {
      MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
      headers.removeHeader(HEADER);
      String addresses = addresses(String.join(",", values));
      if (!addresses.isEmpty()) {
        headers.addValue(HEADER).setString(addresses);
      }
    }
    getNext().invoke(request, response);
    boolean trusted = request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null;
    if (!values.isEmpty() && !trusted && warned.compareAndSet(false, true)) {
      LOG.warn(
          "Ignored X-Forwarded-For from {}: the address is not in calllog.proxies. Further requests"
              + " of this kind are not logged.",
          request.getRemoteAddr());
    }
  }

  /** The addresses at the end of the header, separated by commas. */
  static String addresses(String header) {
    Deque<String> addresses = new ArrayDeque<>();
    for (String element : List.of(header.split(",")).reversed()) {
      String address = withoutPort(element.strip());
      if (!isAddress(address)) {
        break;
      }
      addresses.addFirst(address);
    }
    return String.join(",", addresses);
  }

  private static String withoutPort(String element) {
    Matcher matcher = WITH_PORT.matcher(element);
    if (!matcher.matches()) {
      return element;
    }
    return matcher.group("v4") == null ? matcher.group("v6") : matcher.group("v4");
  }

  private static boolean isAddress(String text) {
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
