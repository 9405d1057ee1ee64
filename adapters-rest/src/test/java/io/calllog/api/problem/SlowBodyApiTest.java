package io.calllog.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A client that sends a part of a body and then stops. */
@RestOnFakes
@TestPropertySource(properties = "server.tomcat.connection-timeout=1s")
class SlowBodyApiTest {

  private final RawHttp raw;
  private final Accounts accounts;

  SlowBodyApiTest(Api api, Accounts accounts) {
    this.raw = new RawHttp(api);
    this.accounts = accounts;
  }

  @Test
  void a_body_that_does_not_arrive_is_408() {
    Answer refused =
        raw.send(
            "POST /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer %s\r\n"
                    .formatted(accounts.admin().token())
                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"type\":");

    ProblemShape.require(refused.expectProblem(408, "request-timeout"));
    assertThat(refused.text("/instance")).isEqualTo("/api/calls");
  }
}
