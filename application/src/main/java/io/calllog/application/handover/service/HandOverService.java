package io.calllog.application.handover.service;

import static io.calllog.application.audit.AuditAction.CLIENT_CHANGED;
import static io.calllog.application.audit.AuditAction.FOLLOW_UP_CHANGED;
import static io.calllog.application.audit.AuditAction.OFFICER_HANDED_OVER;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.handover.port.in.HandOver;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@UseCase(TxMode.WRITE)
final class HandOverService implements HandOver {

  private final OfficerRepository officers;
  private final ClientRepository clients;
  private final FollowUpRepository followUps;
  private final AuditTrail trail;
  private final InstantSource clock;

  HandOverService(
      OfficerRepository officers,
      ClientRepository clients,
      FollowUpRepository followUps,
      AuditTrail trail,
      InstantSource clock) {
    this.officers = officers;
    this.clients = clients;
    this.followUps = followUps;
    this.trail = trail;
    this.clock = clock;
  }

  /** Locks the officers in the order of their ids, as the database does when it locks several. */
  @Override
  public HandedOver handOver(Command command) {
    Actor actor = command.caller().actor();
    boolean ordered = command.from().toString().compareTo(command.to().toString()) < 0;
    Optional<Officer> first = ordered ? lockFrom(command) : officers.findForUpdate(command.to());
    Optional<Officer> second = ordered ? officers.findForUpdate(command.to()) : lockFrom(command);
    Officer from =
        (ordered ? first : second)
            .filter(officer -> isVisible(officer, actor))
            .orElseThrow(() -> new NotFound("officer"));
    from.requireHandOverBy(actor);
    if (command.to().equals(command.from())
        || (ordered ? second : first).filter(to -> isVisible(to, actor)).isEmpty()) {
      throw new InvalidInput("to", "unknown-reference", "must be another officer you can see");
    }
    Instant now = clock.instant();
    followUps.lockForHandOver(command.from());
    var handedOver =
        new HandedOver(
            command.clients() ? handOverClients(command, now) : 0,
            command.followUps() ? handOverFollowUps(command, now) : 0);
    if (!handedOver.isEmpty()) {
      trail.record(
          done(
              now,
              command.caller(),
              OFFICER_HANDED_OVER,
              Subject.of(from),
              List.of(
                  FieldChange.of("to", null, command.to()),
                  FieldChange.of("clients", null, handedOver.clients()),
                  FieldChange.of("followUps", null, handedOver.followUps()))));
    }
    return handedOver;
  }

  /** People may have been deleted before somebody thinks of their clients. */
  private Optional<Officer> lockFrom(Command command) {
    return officers
        .findForUpdate(command.from())
        .or(() -> officers.findDeletedForUpdate(command.from()));
  }

  private static boolean isVisible(Officer officer, Actor actor) {
    return actor.seesOfficers().covers(officer.details().region(), officer.id());
  }

  private int handOverClients(Command command, Instant now) {
    List<Client> given =
        clients.handOver(command.from(), command.to(), command.caller().actor().seesClients(), now);
    var change = List.of(FieldChange.of("ownerId", command.from(), command.to()));
    trail.recordAll(
        given.stream()
            .map(client -> done(now, command.caller(), CLIENT_CHANGED, Subject.of(client), change))
            .toList());
    return given.size();
  }

  private int handOverFollowUps(Command command, Instant now) {
    List<FollowUp> given = followUps.handOver(command.from(), command.to(), now);
    var change = List.of(FieldChange.of("officerId", command.from(), command.to()));
    trail.recordAll(
        given.stream()
            .map(followUp -> {
              Subject subject = Subject.of(followUp, followUp);
              return done(now, command.caller(), FOLLOW_UP_CHANGED, subject, change);
            })
            .toList());
    return given.size();
  }
}
