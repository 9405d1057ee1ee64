package io.calllog.cache.auth;

import io.calllog.cache.shared.GuardedRedis;
import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;

/**
 * Sends Bucket4j's commands on the shared connection. Bucket4j's own adapters need a connection at
 * startup, and do not notice when it is replaced.
 */
record SharedConnectionApi<K>(GuardedRedis redis) implements RedisApi<K> {

  @Override
  public <V> RedisFuture<V> eval(String script, ScriptOutputType type, K[] keys, byte[][] params) {
    return redis.<K>commands().eval(script, type, keys, params);
  }

  @Override
  public RedisFuture<byte[]> get(K key) {
    return redis.<K>commands().get(key);
  }

  @Override
  public RedisFuture<?> delete(K key) {
    return redis.<K>commands().expire(key, 0); // deletes the key; DEL needs an array of keys
  }
}
