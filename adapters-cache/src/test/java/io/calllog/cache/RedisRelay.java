package io.calllog.cache;

import io.calllog.local.RedisConnection;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A TCP relay between a node and Redis. A test can interrupt it, make it hang, or slow it down. */
public final class RedisRelay implements Closeable {

  private volatile RedisConnection redis;
  private final ServerSocket entrance;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile State state = State.OPEN;
  private volatile Duration delay = Duration.ZERO;

  private enum State {
    OPEN,
    CLOSED,
    SILENT
  }

  /** Listens on a free port and forwards to this Redis. */
  public RedisRelay(RedisConnection redis) {
    this.redis = redis;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The URL of Redis through this relay. */
  public String url() {
    return "redis://:%s@127.0.0.1:%s".formatted(redis.password(), entrance.getLocalPort());
  }

  /** The number of connections accepted so far. */
  public int accepted() {
    return accepted.get();
  }

  /** Closes all connections, and new ones at once. */
  public void interrupt() {
    state = State.CLOSED;
    connections.forEach(RedisRelay::close);
  }

  /** Connections stay open and new ones are accepted, but no data is forwarded any more. */
  public void fallSilent() {
    state = State.SILENT;
  }

  /** Delays data by this time in each direction. */
  public void slowDown(Duration newDelay) {
    delay = newDelay;
  }

  /** Leads new connections to another Redis. Open connections stay. */
  public void leadTo(RedisConnection other) {
    redis = other;
  }

  /** Forwards new connections again. Connections that fell silent stay silent. */
  public void restore() {
    state = State.OPEN;
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
        accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> relay(client));
      }
    } catch (IOException _) {
      interrupt(); // closed
    }
  }

  private void relay(Socket client) {
    try (client;
        var service = new Socket(redis.host(), redis.port())) {
      connections.add(client);
      connections.add(service);
      if (state != State.CLOSED) {
        Thread answers = Thread.ofVirtual().start(() -> copy(service, client));
        copy(client, service);
        answers.join();
      }
    } catch (IOException _) {
      // Redis itself is unavailable: disconnect the client.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Copies until one end closes. A connection that fell silent stays silent. */
  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      boolean silent = false;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        LockSupport.parkNanos(delay.toNanos());
        silent |= state == State.SILENT;
        if (!silent) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException _) {
      // One end is closed, so close the other.
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
