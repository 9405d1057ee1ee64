package io.calllog.application.officer.port.out;

class CountingHasherTest extends PasswordHasherContract {

  private final CountingHasher hasher = new CountingHasher();

  @Override
  protected PasswordHasher hasher() {
    return hasher;
  }
}
