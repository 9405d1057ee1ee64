package io.calllog.cache.analytics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that the adapters need from the application. */
@Configuration(proxyBeanMethods = false)
public class CoreBeans {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
