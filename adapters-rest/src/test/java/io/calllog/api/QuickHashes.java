package io.calllog.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Bcrypt with the fewest rounds. Nearly every test creates accounts and signs in, and hashing with
 * the cost of production took half of the time of all tests. Tests of the cost turn this off.
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
