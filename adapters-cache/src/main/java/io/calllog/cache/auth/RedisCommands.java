package io.calllog.cache.auth;

import io.calllog.cache.shared.GuardedRedis;
import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import java.util.Arrays;

/**
 * What Bucket4j says to Redis, on whatever connection there is at the moment. Keys are bytes, but
 * Bucket4j passes them on in an array of objects, which is none of bytes to the virtual machine.
 */
final class RedisCommands implements RedisApi<Object> {

  private final GuardedRedis redis;

  RedisCommands(GuardedRedis redis) {
    this.redis = redis;
  }

  @Override
  public <V> RedisFuture<V> eval(
      String script, ScriptOutputType type, Object[] keys, byte[][] params) {
    byte[][] bytes = Arrays.copyOf(keys, keys.length, byte[][].class);
    return redis.commands().eval(script, type, bytes, params);
  }

  @Override
  public RedisFuture<byte[]> get(Object key) {
    return redis.commands().get((byte[]) key);
  }

  @Override
  public RedisFuture<?> delete(Object key) {
    return redis.commands().del((byte[]) key);
  }
}
