package io.calllog.application.auth.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.application.auth.port.out.InMemoryRequestLimiter;
import io.calllog.application.shared.Caller;
import io.calllog.application.testing.Office;
import org.junit.jupiter.api.Test;

class LimitRequestsServiceTest {

  private final Office office = new Office();
  private final LimitRequests limits =
      new LimitRequestsService(new InMemoryRequestLimiter(office.clock));
  private final Caller anna = office.caller(office.anna);
  private final Caller bob = office.caller(office.bob);

  @Test
  void counts_officers_regardless_of_address() {
    assertThat(limits.admit(anna, "192.0.2.1", 1).remaining()).isEqualTo(59);
    assertThat(limits.admit(anna, "192.0.2.2", 1).remaining()).isEqualTo(58);
    assertThat(limits.admit(bob, "192.0.2.1", 1).remaining()).isEqualTo(59);
  }

  @Test
  void counts_anonymous_requests_by_network() {
    assertThat(limits.admit(null, "2001:db8::1", 1).remaining()).isEqualTo(59);
    assertThat(limits.admit(null, "2001:db8::2", 1).remaining()).isEqualTo(58);
    assertThat(limits.admit(anna, "2001:db8::1", 1).remaining()).isEqualTo(59);
    assertThat(limits.admit(null, "192.0.2.1", 1).remaining()).isEqualTo(59);
  }
}
