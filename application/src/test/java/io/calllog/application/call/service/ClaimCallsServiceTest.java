package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.call.port.in.ClaimCalls;
import io.calllog.application.call.port.in.ClaimCalls.Command;
import io.calllog.application.call.port.in.ClaimCalls.Result;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimCallsServiceTest {

  private final Office office = new Office();
  private final PhoneNumber desk = office.samples.number(1);
  private final PhoneNumber mobile = office.samples.number(2);
  private final Client acme =
      office.keep(office.samples.client("Acme", office.london, desk, mobile));
  private final ClaimCalls claimCalls =
      new ClaimCallsService(office.calls, office.clients, office.audit, office.clock);

  @Test
  void a_client_gets_the_calls_from_its_numbers_and_it_is_recorded() {
    Call first = incoming(office.anna, desk);
    Call second = incoming(office.anna, mobile);
    Call other = incoming(office.anna, office.samples.number(3));

    assertThat(claim(office.anna)).isEqualTo(new Result(2, false));

    assertThat(clientOf(first)).isEqualTo(acme.id().value());
    assertThat(clientOf(second)).isEqualTo(acme.id().value());
    assertThat(clientOf(other)).isNull();
    assertThat(office.audit.entries())
        .allSatisfy(entry -> {
          assertThat(entry.action()).isEqualTo(AuditAction.CALL_CHANGED);
          assertThat(entry.changes())
              .isEqualTo(List.of(FieldChange.of("clientId", null, acme.id())));
        })
        .extracting(AuditEntry::actor)
        .hasSize(2);
    assertThat(claim(office.anna)).isEqualTo(new Result(0, false));
  }

  @Test
  void calls_of_somebody_and_calls_that_the_actor_may_not_change_stay_as_they_are() {
    Client apex = office.keep(office.samples.client("Apex", office.london, desk));
    Call annas = incoming(office.anna, desk);
    Call bobs = incoming(office.bob, desk);
    claimCalls.claim(new Command(office.caller(office.bob), apex.id()));

    assertThat(claim(office.bob)).isEqualTo(new Result(0, false));
    assertThat(clientOf(annas)).isNull();
    assertThat(claim(office.manager)).isEqualTo(new Result(1, false));
    assertThat(clientOf(annas)).isEqualTo(acme.id().value());
    assertThat(clientOf(bobs)).isEqualTo(apex.id().value());
  }

  @Test
  void a_request_claims_a_limited_number_of_calls() {
    for (int i = 0; i < ClaimCalls.MAX_CALLS + 1; i++) {
      incoming(office.anna, desk);
    }

    assertThat(claim(office.anna)).isEqualTo(new Result(ClaimCalls.MAX_CALLS, true));
    assertThat(claim(office.anna)).isEqualTo(new Result(1, false));
  }

  @Test
  void a_client_without_phones_gets_nothing() {
    Client bare = office.keep(office.samples.client("Bare", office.london));

    assertThat(claimCalls.claim(new Command(office.caller(office.anna), bare.id())))
        .isEqualTo(new Result(0, false));
  }

  @Test
  void others_do_not_find_the_client() {
    assertNotFound(() -> claim(office.dora));
    assertNotFound(() -> claim(office.otherManager));
  }

  private Result claim(Officer by) {
    return claimCalls.claim(new Command(office.caller(by), acme.id()));
  }

  private Call incoming(Officer officer, PhoneNumber number) {
    return office.keep(office.samples.incoming(officer, Samples.NOW, number));
  }

  private @Nullable Object clientOf(Call call) {
    var client = office.calls.find(call.id()).orElseThrow().facts().clientId();
    return client == null ? null : client.value();
  }
}
