package io.calllog.bootstrap;

import com.fasterxml.uuid.Generators;
import io.calllog.application.auth.port.in.RegistrationMode;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.analytics.ReportingZone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Makes the use cases, and what they need that belongs to no adapter. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  RegistrationSettings.class,
  ReportingSettings.class,
  TokenSettings.class
})
@Import({UseCaseRegistrar.class, SpringUnitOfWork.class})
class UseCaseConfiguration {

  /** Ticks in milliseconds, as times are stored: what is answered now is what is read later. */
  @Bean
  InstantSource clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  /** Random but for the time: an id tells nobody how many others were made. */
  @Bean
  IdSource idSource() {
    var generator = Generators.timeBasedEpochRandomGenerator(new SecureRandom());
    return time -> generator.construct(time.toEpochMilli());
  }

  @Bean
  RegistrationMode registrationMode(RegistrationSettings settings) {
    return settings.mode();
  }

  @Bean
  TokenLifetimes tokenLifetimes(TokenSettings settings) {
    return settings.lifetimes();
  }

  @Bean
  ReportingZone reportingZone(ReportingSettings settings) {
    return ReportingZone.of(settings.timeZone());
  }
}
