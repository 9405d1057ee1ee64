package io.calllog.bootstrap;

import io.calllog.bootstrap.command.Commands;
import io.calllog.bootstrap.startup.StartUpConfiguration;
import io.calllog.cache.CacheConfiguration;
import io.calllog.persistence.PersistenceConfiguration;
import io.calllog.rest.RestConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The call log. Names each part it is made of rather than scanning for them, so that what runs can
 * be read here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class) // officers sign in
@Import({
  UseCaseConfiguration.class,
  UseCaseTransactions.class,
  RestConfiguration.class,
  PersistenceConfiguration.class,
  CacheConfiguration.class,
  StartUpConfiguration.class
})
public class CallLogApplication {

  /**
   * Starts a node; the arguments are Spring Boot's, such as {@code --server.port=80}. Or does what
   * a command says and exits; see {@link Commands}.
   */
  public static void main(String[] arguments) {
    if (Commands.isOne(arguments)) {
      System.exit(new Commands(CommandConfiguration.class, System.out).run(arguments));
    }
    SpringApplication.run(CallLogApplication.class, arguments);
  }
}
