package io.calllog.application.client.service;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.view.ClientView;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.WRITE)
final class CreateClientService implements CreateClient {

  private final ClientRepository clients;
  private final OfficerViews officers;
  private final AuditTrail trail;
  private final IdSource ids;
  private final InstantSource clock;

  CreateClientService(
      ClientRepository clients,
      OfficerViews officers,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.clients = clients;
    this.officers = officers;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public ClientView create(Command command) {
    Instant now = clock.instant();
    Client client =
        Client.create(
            new ClientId(ids.next(now)), detailsOf(command), command.caller().actor(), now);
    Ownership.requireMayName(officers, command.caller().actor(), command.ownerId());
    clients.add(client);
    trail.record(
        AuditEntry.done(
            now,
            command.caller(),
            AuditAction.CLIENT_CREATED,
            Subject.of(client),
            FieldChanges.between(null, client.details())));
    return ClientView.of(client);
  }

  private static ClientDetails detailsOf(Command command) {
    Region region = command.region();
    if (region == null) {
      region = Client.defaultRegion(command.caller().actor());
    } else {
      command.caller().actor().requireMayPlaceIn(region);
    }
    return new ClientDetails(
        command.name(),
        command.company(),
        command.phone(),
        command.email(),
        command.address(),
        region,
        command.status(),
        ownerOf(command));
  }

  private static @Nullable OfficerId ownerOf(Command command) {
    OfficerId owner = command.ownerId();
    return owner == null
            && !command.caller().actor().region().isTerritory()
            && !command.caller().actor().isAdmin()
        ? command.caller().actor().id()
        : owner;
  }
}
