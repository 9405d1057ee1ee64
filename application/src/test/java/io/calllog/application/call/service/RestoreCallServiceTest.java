package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.call.port.in.RestoreCall;
import io.calllog.application.call.port.in.RestoreCall.Command;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.NotKept;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import org.junit.jupiter.api.Test;

class RestoreCallServiceTest {

  private final Office office = new Office();
  private final RestoreCall restoreCall =
      new RestoreCallService(office.calls, office.callViews, office.audit, office.clock);
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

  @Test
  void those_who_may_not_delete_it_may_not_restore_it() {
    assertNotPermitted(() -> restore(office.bob, callWithAcme()));
  }

  @Test
  void a_call_that_is_too_old_to_be_kept_stays_deleted() {
    office.calls.remove(call, Samples.NOW);
    office.callViews.keepSince(Samples.NOW.plusMillis(1));

    assertThatExceptionOfType(NotKept.class).isThrownBy(() -> restore(office.admin));
  }

  /** Everybody in the region sees this call with its client. */
  private Call callWithAcme() {
    var acme = office.keep(office.samples.client("Acme", office.london));
    return office.keep(office.samples.call(office.anna, acme, Samples.NOW));
  }

  private CallView restore(Officer by) {
    return restore(by, call);
  }

  private CallView restore(Officer by, Call deleted) {
    return restoreCall.restore(new Command(office.caller(by), deleted.id()));
  }
}
