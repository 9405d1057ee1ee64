package io.calllog.rest.auth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords. Commands without a web server import this configuration too. */
@Configuration(proxyBeanMethods = false)
@Import(BcryptPasswordHasher.class)
public class PasswordHashingConfiguration {

  /** The number of rounds is 2 to the power of this: the minimum of OWASP, about 60 ms. */
  private static final int COST = 10;

  @Bean
  BCryptPasswordEncoder bcrypt() {
    return new BCryptPasswordEncoder(COST);
  }
}
