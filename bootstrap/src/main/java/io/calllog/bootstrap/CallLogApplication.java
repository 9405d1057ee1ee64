package io.calllog.bootstrap;

import io.calllog.bootstrap.command.Commands;
import io.calllog.bootstrap.startup.StartUpConfiguration;
import io.calllog.cache.CacheConfiguration;
import io.calllog.persistence.PersistenceConfiguration;
import io.calllog.rest.RestConfiguration;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The application. It imports each of its parts explicitly instead of scanning for them. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class) // officers sign in
@Import({
  UseCaseConfiguration.class,
  UseCaseTransactions.class,
  RestConfiguration.class,
  PersistenceConfiguration.class,
  CacheConfiguration.class,
  ReplicaReadsConfiguration.class,
  StartUpConfiguration.class,
  ManagementConfiguration.class,
  ShutdownConfiguration.class
})
public class CallLogApplication {

  /**
   * Starts a node with Spring Boot's arguments, such as {@code --server.port=80}, or runs a command
   * and exits (see {@link Commands}). The time zone of the machine does not matter: PostgreSQL,
   * which gets it from the driver, may not know it.
   */
  public static void main(String[] arguments) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    if (Commands.isCommand(arguments)) {
      System.exit(new Commands(CommandConfiguration.class, System.out).run(arguments));
    }
    SpringApplication.run(CallLogApplication.class, arguments);
  }
}
