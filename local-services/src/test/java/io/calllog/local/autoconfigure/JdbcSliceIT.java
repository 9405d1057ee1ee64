package io.calllog.local.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@JdbcTest
class JdbcSliceIT {

  @Autowired JdbcClient database;

  @Test
  void a_slice_uses_the_local_postgresql_which_does_not_sync_in_tests() {
    assertThat(database.sql("SELECT version()").query(String.class).single())
        .startsWith("PostgreSQL 18.6");
    assertThat(database.sql("SHOW fsync").query(String.class).single()).isEqualTo("off");
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
