package io.calllog.local.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.test.autoconfigure.DataRedisTest;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

@DataRedisTest
class RedisSliceIT {

  @Autowired StringRedisTemplate cache;

  @Test
  void a_slice_uses_the_local_redis_which_keeps_no_data_in_tests() {
    cache.opsForValue().set("slice", "yes");
    assertThat(cache.opsForValue().get("slice")).isEqualTo("yes");
    String kept =
        cache.execute(
            (RedisCallback<String>)
                redis -> redis.serverCommands().getConfig("appendonly").getProperty("appendonly"));
    assertThat(kept).isEqualTo("no");
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
