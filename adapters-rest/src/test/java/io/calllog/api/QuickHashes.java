package io.calllog.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Bcrypt with the fewest rounds. Nearly each test makes accounts and signs in to them, and hashing
 * as in production took half of the time of all tests. Whoever tests the cost itself turns this
 * off.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tests.quick-hashes", matchIfMissing = true)
class QuickHashes {

  @Bean
  @Primary
  BCryptPasswordEncoder quickBcrypt() {
    return new BCryptPasswordEncoder(4);
  }
}
