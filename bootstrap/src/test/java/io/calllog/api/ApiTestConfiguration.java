package io.calllog.api;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** What tests over HTTP have injected; lazy, because the port is known once the server listens. */
@TestConfiguration(proxyBeanMethods = false)
class ApiTestConfiguration {

  /** Each exchange of each test is held against the OpenAPI document. */
  @Bean
  @Lazy
  Api api(Environment environment) {
    Api api =
        Api.at(URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port")));
    return api.observedBy(new OpenApiContract(new OpenApiDocument(api)));
  }

  @Bean
  @Lazy
  Accounts accounts(Api api) {
    return new Accounts(api);
  }

  /** Instead of the local services, which give way to beans that know where a service is. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "services", havingValue = "containers")
  static class OnContainers {

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
}
