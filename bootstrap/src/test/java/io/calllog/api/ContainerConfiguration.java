package io.calllog.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Replaces the local services with containers, for {@code -Dservices=containers}. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "services", havingValue = "containers")
class ContainerConfiguration {

  @Bean
  @ServiceConnection
  PostgreSQLContainer postgres() {
    return Containers.POSTGRES;
  }

  @Bean
  @ServiceConnection("redis")
  GenericContainer<?> redis() {
    return Containers.REDIS;
  }
}
