package io.calllog.rest.shared.proxy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Tomcat know who the proxies are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class ProxyConfiguration {

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> forwardedHeaders(
      ProxySettings settings) {
    Networks proxies = Networks.of(settings.proxies());
    return factory -> factory.addEngineValves(new ForwardedValve(proxies));
  }
}
