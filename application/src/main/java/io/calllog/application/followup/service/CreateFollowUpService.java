package io.calllog.application.followup.service;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.followup.FollowUpCreation;
import io.calllog.application.followup.port.in.CreateFollowUp;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class CreateFollowUpService implements CreateFollowUp {

  private final FollowUpCreation creation;

  CreateFollowUpService(
      FollowUpRepository followUps,
      FollowUpViews views,
      OfficerViews officers,
      ClientViews clients,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.creation = new FollowUpCreation(followUps, views, officers, clients, trail, ids, clock);
  }

  @Override
  public Result create(Command command) {
    return creation.create(command);
  }
}
