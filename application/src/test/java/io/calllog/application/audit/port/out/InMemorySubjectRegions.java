package io.calllog.application.audit.port.out;

import io.calllog.application.audit.SubjectType;
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import java.util.Optional;
import java.util.UUID;

/** Fake that finds the regions of the objects in other fakes. */
public record InMemorySubjectRegions(
    InMemoryRegions regions,
    InMemoryOfficers officers,
    InMemoryClients clients,
    InMemoryCalls calls)
    implements SubjectRegions {

  @Override
  public Optional<RegionPath> find(SubjectType type, UUID id) {
    return switch (type) {
      case OFFICER -> officers.find(new OfficerId(id)).map(o -> o.details().region());
      case CLIENT -> clients.find(new ClientId(id)).map(c -> c.details().region());
      case CALL -> calls.find(new CallId(id)).map(c -> c.region());
      case REGION -> regions.find(new RegionId(id)).map(r -> r.path());
      case TARGET -> find(SubjectType.OFFICER, id).or(() -> find(SubjectType.REGION, id));
      case SESSION, KEY, IMPORT, FIGURES, AUDIT -> Optional.empty();
    };
  }
}
