package io.calllog.api;

import java.net.URI;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * The beans that API tests use. They are lazy, because the port is known only when the server
 * listens.
 */
@TestConfiguration(proxyBeanMethods = false)
class ApiConfiguration {

  /** Checks each request and its response against the OpenAPI document. */
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
}
