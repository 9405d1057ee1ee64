package io.calllog.bootstrap;

import io.calllog.persistence.PersistenceConfiguration;
import io.calllog.rest.auth.PasswordHashingConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The use cases on the database, without the web: what commands need. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  UseCaseConfiguration.class,
  UseCaseTransactions.class,
  PersistenceConfiguration.class,
  PasswordHashingConfiguration.class
})
public class CommandConfiguration {}
