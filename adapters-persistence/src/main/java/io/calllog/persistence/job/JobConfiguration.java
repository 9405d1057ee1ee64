package io.calllog.persistence.job;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings of db-scheduler that are not properties. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

  /** Stores the data of a job as JSON. The default is Java serialization. */
  @Bean
  DbSchedulerCustomizer jobDataAsJson() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new Jackson3Serializer());
      }
    };
  }
}
