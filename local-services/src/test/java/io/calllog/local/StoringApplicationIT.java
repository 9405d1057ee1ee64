package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = StoringApplication.class)
class StoringApplicationIT {

  @Autowired JdbcClient database;
  @Autowired StringRedisTemplate cache;

  @Test
  void the_servers_outlive_a_context_that_shares_them_with_another() {
    try (ConfigurableApplicationContext other =
        new SpringApplication(StoringApplication.class).run()) {
      assertThat(postmasterOf(other.getBean(JdbcClient.class))).isEqualTo(postmasterOf(database));
      other.getBean(StringRedisTemplate.class).opsForValue().set("shared", "yes");
      assertThat(cache.opsForValue().get("shared")).isEqualTo("yes");
    }
    assertThat(database.sql("SELECT 1").query(Integer.class).single()).isEqualTo(1);
    assertThat(cache.opsForValue().get("shared")).isEqualTo("yes");
  }

  private static String postmasterOf(JdbcClient client) {
    return client
        .sql("SELECT pg_postmaster_start_time() || ' ' || inet_server_port()")
        .query(String.class)
        .single();
  }
}
