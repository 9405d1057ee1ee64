package io.calllog.cache.analytics;

import io.calllog.application.analytics.port.out.CallAnalyticsViews;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the cache wants of the application around it. */
@Configuration(proxyBeanMethods = false)
public class CoreBeans {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  CallAnalyticsViews computingViews() {
    return new FakeViews();
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
