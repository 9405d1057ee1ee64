package io.calllog.rest.auth;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the {@link ForwardedForValve} before the {@code RemoteIpValve}, which Spring Boot adds with
 * order 0.
 */
@Component
@Order(-1)
class ForwardedForCustomizer
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addEngineValves(new ForwardedForValve());
  }
}
