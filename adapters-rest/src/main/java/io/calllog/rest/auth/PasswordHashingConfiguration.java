package io.calllog.rest.auth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How passwords are hashed, for those too who need it without the rest of the HTTP interface. */
@Configuration(proxyBeanMethods = false)
@Import(BcryptPasswordHasher.class)
public class PasswordHashingConfiguration {

  /** Two to the power of this many rounds: what OWASP has as the least, and some 60 ms. */
  private static final int COST = 10;

  @Bean
  BCryptPasswordEncoder bcrypt() {
    return new BCryptPasswordEncoder(COST);
  }
}
