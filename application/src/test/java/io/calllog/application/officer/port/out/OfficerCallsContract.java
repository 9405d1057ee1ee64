package io.calllog.application.officer.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link OfficerCalls}. */
public abstract class OfficerCallsContract extends StorageContract {

  private static final Instant LATER = Samples.NOW.plusSeconds(60);

  @Test
  void moves_the_calls_of_a_new_account_to_its_region() {
    Officer newcomer = keep(samples.officer("Nick", RegionPath.UNASSIGNED));
    Officer other = keep(samples.officer("Olga", RegionPath.UNASSIGNED));
    Call call = keep(samples.call(newcomer, Samples.NOW));
    Call old = keep(samples.call(newcomer, Samples.NOW.minusSeconds(40 * 86_400)));
    Call others = keep(samples.call(other, Samples.NOW));

    Officer placed = place(newcomer, samples.root());

    assertThat(stored(call)).contains(moved(call));
    assertThat(stored(old)).contains(moved(old));
    assertThat(stored(others)).contains(others);
    assertThat(placed.details().region()).isEqualTo(samples.root());
  }

  @Test
  void calls_of_other_regions_stay() {
    Officer officer = keep(samples.officer("Anna", samples.below("UK")));
    Call call = keep(samples.call(officer, Samples.NOW));

    place(officer, samples.below("DE"));

    assertThat(stored(call)).contains(call);
  }

  private Call moved(Call call) {
    return new Call(
        call.id(),
        call.officerId(),
        samples.root(),
        call.facts(),
        call.loggedBy(),
        call.loggedAt(),
        LATER,
        call.version() + 1);
  }

  private Officer place(Officer officer, RegionPath region) {
    make(List.of(region));
    OfficerDetails d = officer.details();
    var details =
        new OfficerDetails(d.name(), d.email(), d.phone(), region, d.leads(), d.role(), d.status());
    var placed =
        new Officer(
            officer.id(),
            details,
            officer.passwordHash(),
            officer.tokenVersion(),
            officer.createdAt(),
            LATER,
            officer.version());
    return inTransaction(() -> {
      Officer updated = storage().officers().update(placed);
      storage().officerCalls().moveUnassigned(officer.id(), LATER);
      return updated;
    });
  }
}
