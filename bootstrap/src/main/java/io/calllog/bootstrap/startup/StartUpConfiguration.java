package io.calllog.bootstrap.startup;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Checks and tasks at startup. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirstAdminSettings.class)
@Import({FirstAdmin.class, StoredReportingZone.class})
public class StartUpConfiguration {

  @Bean
  static MissingSettings missingSettings(Environment environment) {
    return new MissingSettings(environment);
  }

  @Bean
  @ConditionalOnBooleanProperty("calllog.local")
  StartBanner startBanner(Environment environment) {
    return new StartBanner(environment, System.out);
  }
}
