package io.calllog.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of this machine that a server can listen on. */
final class Ports {

  /** The one address the local services listen on. */
  static final String LOOPBACK = "127.0.0.1";

  /** {@link #LOOPBACK}, whatever the JVM prefers. */
  static final InetAddress ADDRESS = InetAddress.ofLiteral(LOOPBACK);

  private static final int CONNECT_TIMEOUT_MILLIS = 500;

  private Ports() {}

  /** The preferred port, so that tools find the server at a known place, else any free one. */
  static int preferredOrFree(int preferred) throws IOException {
    return isTaken(preferred) ? free() : preferred;
  }

  /** A port nobody listens on now. */
  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, ADDRESS)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Whether somebody listens on the port. Binding alone does not tell: macOS lets a socket share a
   * port with one that listens on every address.
   */
  static boolean isTaken(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(ADDRESS, port), CONNECT_TIMEOUT_MILLIS);
      return true;
    } catch (IOException nobodyAnswers) {
      return !canBind(port);
    }
  }

  private static boolean canBind(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, ADDRESS)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
