package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.call.port.in.RestoreCall;
import io.calllog.application.call.port.in.RestoreCall.Command;
import io.calllog.application.call.view.CallView;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import org.junit.jupiter.api.Test;

class RestoreCallServiceTest {

  private final Office office = new Office();
  private final RestoreCall restoreCall =
      new RestoreCallService(office.calls, office.calls, office.audit, office.clock);
  private final Call call = office.keep(office.samples.call(office.anna, Samples.NOW));

  @Test
  void a_deleted_call_comes_back_as_it_was_and_it_is_recorded() {
    office.calls.remove(call, Samples.NOW);

    CallView restored = restore(office.anna);

    assertThat(restored.call().facts()).isEqualTo(call.facts());
    assertThat(restored.call().version()).isEqualTo(1);
    assertThat(restore(office.manager)).isEqualTo(restored);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.CALL_RESTORED);
  }

  @Test
  void others_do_not_find_it() {
    office.calls.remove(call, Samples.NOW);

    assertNotFound(() -> restore(office.bob));
    assertNotFound(() -> restore(office.otherManager));
    assertThat(office.calls.find(call.id())).isEmpty();
  }

  private CallView restore(Officer by) {
    return restoreCall.restore(new Command(office.caller(by), call.id()));
  }
}
