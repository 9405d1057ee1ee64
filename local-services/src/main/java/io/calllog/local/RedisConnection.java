package io.calllog.local;

/**
 * How to connect to the local Redis.
 *
 * @param password of the default user
 */
public record RedisConnection(String host, int port, String password) {

  /** Without the password, because logs contain this text. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
