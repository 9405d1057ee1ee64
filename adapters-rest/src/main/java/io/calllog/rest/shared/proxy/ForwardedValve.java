package io.calllog.rest.shared.proxy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes what proxies say about a request, and nobody else. Tomcat's own valve takes any text for
 * an address and does not know {@code Forwarded}. Stands before everything else in Tomcat.
 */
final class ForwardedValve extends ValveBase {

  private static final Logger LOG = LoggerFactory.getLogger(ForwardedValve.class);

  private static final List<String> HEADERS =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host");

  private final Networks proxies;
  private final AtomicBoolean told = new AtomicBoolean();

  ForwardedValve(Networks proxies) {
    super(true);
    this.proxies = proxies;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (HEADERS.stream().anyMatch(name -> request.getHeader(name) != null)) {
      Optional<InetAddress> proxy =
          IpAddress.parse(String.valueOf(request.getRemoteAddr())).filter(proxies::contains);
      proxy.ifPresentOrElse(peer -> believe(peer, request), () -> ignore(request));
    }
    getNext().invoke(request, response);
  }

  private void believe(InetAddress peer, Request request) {
    Forwarded forwarded =
        Forwarded.read(peer, name -> Collections.list(request.getHeaders(name)), proxies);
    String address = forwarded.client().getHostAddress();
    request.setRemoteAddr(address);
    request.setRemoteHost(address);
    if (forwarded.scheme() != null) {
      request.setSecure(forwarded.scheme().equals("https"));
      request.getCoyoteRequest().scheme().setString(forwarded.scheme());
    }
    if (forwarded.scheme() != null || forwarded.host() != null) {
      readdress(request, forwarded.host());
    }
  }

  /** A host without a port means the port of the scheme, which the proxy may have changed. */
  private static void readdress(Request request, @Nullable String forwardedHost) {
    String host = forwardedHost == null ? request.getHeader("Host") : forwardedHost;
    if (host == null) {
      return;
    }
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']');
    if (forwardedHost != null) {
      String name = hasPort ? host.substring(0, colon) : host;
      request.getCoyoteRequest().serverName().setString(name);
    }
    if (!hasPort) {
      request.getCoyoteRequest().setServerPort(request.getScheme().equals("https") ? 443 : 80);
    } else if (forwardedHost != null) {
      request.getCoyoteRequest().setServerPort(Integer.parseInt(host.substring(colon + 1)));
    }
  }

  private void ignore(Request request) {
    if (told.compareAndSet(false, true)) {
      LOG.warn(
          "Forwarded headers of {} are ignored, and so are all that come from no network of"
              + " calllog.proxies. This is told once.",
          request.getRemoteAddr());
    }
  }
}
