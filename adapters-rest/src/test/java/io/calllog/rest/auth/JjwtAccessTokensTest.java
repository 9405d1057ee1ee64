package io.calllog.rest.auth;

import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.AccessTokensContract;
import io.calllog.application.shared.port.out.SequentialIds;
import java.time.Duration;

class JjwtAccessTokensTest extends AccessTokensContract {

  private final AccessTokens tokens =
      new JjwtAccessTokens(
          new JwtProperties("a secret of at least 32 bytes, for tests", Duration.ofMinutes(15)),
          new SequentialIds());

  @Override
  protected AccessTokens tokens() {
    return tokens;
  }
}
