package io.calllog.rest.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
class TooManyRequestsLogTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-10T09:15:30Z"));
  private final TooManyRequestsLog log = new TooManyRequestsLog(now::get);

  @Test
  void logs_an_address_once_a_minute(CapturedOutput output) {
    refuse("203.0.113.7");
    refuse("203.0.113.7");
    refuse("203.0.113.8");
    assertThat(output.getAll().lines().filter(line -> line.contains("Too many requests")))
        .hasSize(2)
        .first()
        .asString()
        .contains("POST /api/auth/login", "203.0.113.7")
        .doesNotContain("calllog.proxies");

    now.updateAndGet(time -> time.plusSeconds(60));
    refuse("203.0.113.7");
    assertThat(output.getAll().lines().filter(line -> line.contains("Too many requests")))
        .hasSize(3);
  }

  @Test
  void names_the_setting_if_the_address_may_be_a_proxy(CapturedOutput output) {
    for (String address : new String[] {"10.0.3.1", "192.168.1.1", "127.0.0.1", "::1", "fd00::1"}) {
      refuse(address);
      assertThat(output.getAll().lines().filter(line -> line.contains(address + ".")))
          .singleElement()
          .asString()
          .contains("calllog.proxies");
    }
  }

  @Test
  void logs_a_limited_number_of_addresses(CapturedOutput output) {
    for (int i = 0; i < 1_100; i++) {
      refuse("2001:db8::" + Integer.toHexString(i));
    }

    assertThat(output.getAll().lines().filter(line -> line.contains("Too many requests")))
        .hasSize(1_000);
  }

  private void refuse(String address) {
    var request = new MockHttpServletRequest("POST", "/api/auth/login");
    request.setRemoteAddr(address);
    log.log(request);
  }
}
