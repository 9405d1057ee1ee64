package io.calllog.local;

/**
 * What a client needs to reach the local Redis.
 *
 * @param host always an address of this machine only
 * @param port where it listens
 * @param password of the default user
 */
public record RedisConnection(String host, int port, String password) {

  /** Leaves the password out: this ends up in logs. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
