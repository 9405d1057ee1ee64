package io.calllog.application.auth.port.out;

class InMemoryTokensTest extends AccessTokensContract {

  private final InMemoryTokens tokens = new InMemoryTokens();

  @Override
  protected AccessTokens tokens() {
    return tokens;
  }
}
