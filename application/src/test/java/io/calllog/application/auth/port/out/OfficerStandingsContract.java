package io.calllog.application.auth.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.out.OfficerStandings.Standing;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerChanges;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Change;
import io.calllog.domain.shared.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link OfficerStandings} promises. */
public abstract class OfficerStandingsContract extends StorageContract {

  @Test
  void tells_the_standing_of_every_role_and_status() {
    for (Region region : List.of(Region.ROOT, Region.UNASSIGNED, samples.below("UK"))) {
      for (Role role : Role.values()) {
        for (OfficerStatus status : OfficerStatus.values()) {
          Officer officer = keep(samples.officer("Anna", region, role, status));

          assertThat(standings().find(officer.id()))
              .contains(new Standing(new Actor(officer.id(), role, region), status, 0));
        }
      }
    }
  }

  @Test
  void tells_the_standing_as_it_is_after_a_change() {
    Officer officer = keep(samples.officer("Anna", samples.below("UK")));
    var promotion =
        new OfficerChanges(
            Change.keep(),
            Change.keep(),
            Change.keep(),
            Change.to(samples.root()),
            Change.to(Role.MANAGER),
            Change.to(OfficerStatus.ON_LEAVE));
    Actor admin = new Actor(new OfficerId(samples.id(Samples.NOW)), Role.ADMIN, Region.ROOT);
    Officer promoted = officer.revise(promotion, admin, Samples.NOW);

    doInTransaction(() -> assertThat(storage().officers().update(promoted).version()).isEqualTo(1));

    assertThat(standings().find(officer.id()))
        .contains(
            new Standing(
                new Actor(officer.id(), Role.MANAGER, samples.root()), OfficerStatus.ON_LEAVE, 1));
  }

  @Test
  void has_no_standing_for_somebody_removed_or_unknown() {
    Officer officer = keep(samples.officer("Anna", samples.root()));

    doInTransaction(() -> storage().officers().remove(officer, Samples.NOW));

    assertThat(standings().find(officer.id())).isEmpty();
    assertThat(standings().find(new OfficerId(samples.id(Samples.NOW)))).isEmpty();
  }

  private OfficerStandings standings() {
    return storage().standings();
  }
}
