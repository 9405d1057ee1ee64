package io.calllog.rest.auth;

import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.port.out.PasswordHasherContract;
import org.junit.jupiter.api.AfterEach;

class BcryptPasswordHasherTest extends PasswordHasherContract {

  private final BcryptPasswordHasher hasher = new BcryptPasswordHasher();

  @Override
  protected PasswordHasher hasher() {
    return hasher;
  }

  @AfterEach
  void close() {
    hasher.close();
  }
}
