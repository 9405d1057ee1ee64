package io.calllog.cache.analytics;

import io.calllog.local.RedisConnection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;

/** Direct access to the content of Redis. */
final class RedisContent implements AutoCloseable {

  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  RedisContent(RedisConnection redis) {
    this.client =
        RedisClient.create(
            RedisURI.builder()
                .withHost(redis.host())
                .withPort(redis.port())
                .withPassword(redis.password().toCharArray())
                .build());
    this.connection = client.connect();
  }

  RedisCommands<String, String> commands() {
    return connection.sync();
  }

  void clear() {
    commands().flushall();
  }

  List<String> keys() {
    return commands().keys("calllog:figures:*");
  }

  /** The key of the only entry. */
  String onlyKey() {
    List<String> keys = keys();
    if (keys.size() != 1) {
      throw new AssertionError("keys " + keys);
    }
    return keys.getFirst();
  }

  Duration timeToLive(String key) {
    return Duration.ofMillis(commands().pttl(key));
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
  }
}
