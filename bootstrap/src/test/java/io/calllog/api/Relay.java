package io.calllog.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP relay between an application and a service, so that a test can cut off the service. While
 * interrupted, the relay keeps its port, so that no other program takes it, and closes each
 * connection at once. While silent, it accepts connections and forwards nothing, as a network that
 * drops packets.
 */
public final class Relay implements Closeable {

  private final String host;
  private final int port;
  private final ServerSocket entrance;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean interrupted;
  private volatile boolean silent;

  /** Relays from a free port to this service. */
  public Relay(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The URL with this relay in place of the host and port of the service. */
  public String through(String url) {
    return url.replace(host + ":" + port, "127.0.0.1:" + port());
  }

  /** The port of the relay. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Closes all connections, and new ones at once. */
  public void interrupt() {
    interrupted = true;
    connections.forEach(Relay::close);
  }

  /** Keeps all connections open, and discards what is sent. */
  public void fallSilent() {
    silent = true;
  }

  /** Forwards new connections again. A connection of which data was discarded stays silent. */
  public void restore() {
    interrupted = false;
    silent = false;
  }

  @Override
  public void close() {
    interrupt();
    close(entrance);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        Thread.ofVirtual().start(() -> relay(client));
      }
    } catch (IOException _) {
      interrupt(); // closed
    }
  }

  private void relay(Socket client) {
    try (client;
        var service = new Socket(host, port)) {
      connections.add(client);
      connections.add(service);
      if (!interrupted) {
        Thread answers = Thread.ofVirtual().start(() -> copy(service, client));
        copy(client, service);
        answers.join();
      }
      connections.remove(client);
      connections.remove(service);
    } catch (IOException _) {
      // The service itself is unavailable: disconnect the client.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      byte[] buffer = new byte[8192];
      boolean discards = false;
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        discards |= silent;
        if (!discards) {
          to.getOutputStream().write(buffer, 0, n);
        }
      }
    } catch (IOException _) {
      // One end is closed, so close the other.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
