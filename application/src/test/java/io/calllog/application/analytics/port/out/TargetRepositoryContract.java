package io.calllog.application.analytics.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.analytics.TargetSubject.OfRegion;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.Conflict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Contract of {@link TargetRepository} and {@link TargetViews}. */
public abstract class TargetRepositoryContract extends StorageContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final TargetDetails CALLS =
      new TargetDetails(new PerDay(40), null, new PerDay(PerDay.MAX), DAY);
  private static final TargetDetails CONNECTED =
      new TargetDetails(null, new PerDay(1), null, DAY.plusDays(1));
  private static final Instant LATER = Samples.NOW.plusSeconds(60);

  @Test
  void stores_changes_and_removes_a_target() {
    for (TargetSubject subject :
        List.of(
            new OfOfficer(new OfficerId(UUID.randomUUID())),
            new OfRegion(new RegionId(UUID.randomUUID())))) {
      Target target = Target.create(subject, CALLS, Samples.NOW);
      doInTransaction(() -> targets().add(target));
      assertThat(storage().targetViews().find(subject)).contains(target);
      assertThat(inTransaction(() -> targets().findForUpdate(subject))).contains(target);

      Target updated = inTransaction(() -> targets().update(target.revise(CONNECTED, LATER)));
      assertThat(updated).isEqualTo(new Target(subject, CONNECTED, Samples.NOW, LATER, 1));
      assertThat(storage().targetViews().find(subject)).contains(updated);

      doInTransaction(() -> targets().remove(updated));
      assertThat(storage().targetViews().find(subject)).isEmpty();
    }
  }

  @Test
  void refuses_a_second_target_and_stale_versions() {
    var subject = new OfOfficer(new OfficerId(UUID.randomUUID()));
    Target target = Target.create(subject, CALLS, Samples.NOW);
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> doInTransaction(() -> targets().remove(target)));
    doInTransaction(() -> targets().add(target));
    Target updated = inTransaction(() -> targets().update(target.revise(CONNECTED, LATER)));

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> doInTransaction(() -> targets().add(target)));
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> inTransaction(() -> targets().update(target)));
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> doInTransaction(() -> targets().remove(target)));
    assertThat(storage().targetViews().find(subject)).contains(updated);
  }

  private TargetRepository targets() {
    return storage().targets();
  }
}
