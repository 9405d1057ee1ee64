package io.calllog.rest.auth;

import io.calllog.application.auth.port.out.RefreshSecrets;
import io.calllog.application.auth.session.RefreshSecret;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

@Component
class RandomRefreshSecrets implements RefreshSecrets {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public RefreshSecret next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RefreshSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
