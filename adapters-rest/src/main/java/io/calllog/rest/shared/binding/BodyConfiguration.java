package io.calllog.rest.shared.binding;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When a client is told to send its body. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

  /**
   * Who waits with the body ({@code Expect: 100-continue}) hears of a refusal first (RFC 9110,
   * section 10.1.1); Tomcat by itself would ask for it at once.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesWhenTheyAreRead() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> connector.setProperty("continueResponseTiming", "onRead"));
  }
}
