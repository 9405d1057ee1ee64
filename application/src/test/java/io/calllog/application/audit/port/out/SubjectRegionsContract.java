package io.calllog.application.audit.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.SubjectType;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.RegionPath;
import org.junit.jupiter.api.Test;

/** Contract of {@link SubjectRegions}. */
public abstract class SubjectRegionsContract extends StorageContract {

  @Test
  void finds_the_region_of_an_object() {
    for (RegionPath region : trickyRegions()) {
      Officer officer = keep(samples.officer("Anna", region));
      Client client = keep(samples.client("Acme", region));
      var call = keep(samples.call(officer, Samples.NOW));
      var followUp = keep(samples.followUp(officer, client, Samples.NOW));

      assertThat(regions().find(SubjectType.OFFICER, officer.id().value())).contains(region);
      assertThat(regions().find(SubjectType.CLIENT, client.id().value())).contains(region);
      assertThat(regions().find(SubjectType.CALL, call.id().value())).contains(region);
      assertThat(regions().find(SubjectType.FOLLOW_UP, followUp.id().value())).contains(region);
      assertThat(regions().find(SubjectType.CLIENT, officer.id().value())).isEmpty();
    }
  }

  @Test
  void finds_no_region_of_deleted_objects_or_of_types_without_one() {
    Client client = keep(samples.client("Acme", samples.root()));
    doInTransaction(() -> storage().clients().remove(client, Samples.NOW));

    for (SubjectType type : SubjectType.values()) {
      assertThat(regions().find(type, client.id().value())).isEmpty();
    }
  }

  private SubjectRegions regions() {
    return storage().subjectRegions();
  }
}
