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
 * Stands between an application and a service, so that a test can take the service away and give it
 * back. The relay keeps its port, or somebody else could take it meanwhile: while interrupted it
 * closes each connection as soon as it is there.
 */
public final class Relay implements Closeable {

  private final String host;
  private final int port;
  private final ServerSocket entrance;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean interrupted;

  /** Relays to this service from a free port of this machine. */
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

  /** Where the application finds the service. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** The service is gone: connections break, and so do new ones. */
  public void interrupt() {
    interrupted = true;
    connections.forEach(Relay::close);
  }

  /** The service is back. */
  public void restore() {
    interrupted = false;
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
      // The service itself is away, and so the client is disconnected.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One end is gone, so the other has nobody to talk to.
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
