package io.calllog.bootstrap;

import com.fasterxml.uuid.Generators;
import io.calllog.application.auth.port.in.RegistrationMode;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.RandomSecrets;
import io.calllog.domain.analytics.ReportingZone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The use cases, and the beans they need that no adapter provides. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  RegistrationSettings.class,
  ReportingSettings.class,
  TokenSettings.class
})
@Import({ImportJob.class, UseCaseRegistrar.class, SpringUnitOfWork.class})
class UseCaseConfiguration {

  /** Ticks in milliseconds, so that a time in an answer is the same when it is read again. */
  @Bean
  InstantSource clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  /** Ids are random except for the time, so they do not reveal how many ids exist. */
  @Bean
  IdSource idSource() {
    var generator = Generators.timeBasedEpochRandomGenerator(new SecureRandom());
    return time -> generator.construct(time.toEpochMilli());
  }

  @Bean
  RandomSecrets randomSecrets() {
    var random = new SecureRandom();
    return () -> {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
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
