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

/** Stands between a node and Redis, so that a test can take Redis away, or make it hang. */
public final class RedisRelay implements Closeable {

  private final RedisConnection redis;
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

  /** Relays to this Redis from a free port. */
  public RedisRelay(RedisConnection redis) {
    this.redis = redis;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where a node finds Redis. */
  public String url() {
    return "redis://:%s@127.0.0.1:%d".formatted(redis.password(), entrance.getLocalPort());
  }

  /** How many connections were made. */
  public int accepted() {
    return accepted.get();
  }

  /** Connections break, and so do new ones. */
  public void interrupt() {
    state = State.CLOSED;
    connections.forEach(RedisRelay::close);
  }

  /** Connections stay and can be made; nobody answers. What is said meanwhile is lost. */
  public void fallSilent() {
    state = State.SILENT;
  }

  /** Each way takes so long. */
  public void slowDown(Duration newDelay) {
    delay = newDelay;
  }

  /** New connections work; those that were there when it fell silent never do again. */
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
      // Redis itself is away, and so the client is disconnected.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until one end is gone. A connection that was silent once stays so. */
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
      // One end is gone, so the other has nobody to talk to.
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
