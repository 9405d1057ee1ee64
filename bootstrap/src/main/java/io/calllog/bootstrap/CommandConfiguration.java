package io.calllog.bootstrap;

import io.calllog.persistence.PersistenceConfiguration;
import io.calllog.rest.auth.PasswordHashingConfiguration;
import io.calllog.rest.shared.binding.PhoneNumberConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The application without web server and Redis, for {@link io.calllog.bootstrap.command.Commands}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  UseCaseConfiguration.class,
  UseCaseTransactions.class,
  PersistenceConfiguration.class,
  PasswordHashingConfiguration.class,
  PhoneNumberConfiguration.class
})
public class CommandConfiguration {}
