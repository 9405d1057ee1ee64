package io.calllog.application.testing;

import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.port.out.InMemoryFigures;
import io.calllog.application.analytics.port.out.Reports;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.audit.port.out.InMemoryAudit;
import io.calllog.application.audit.port.out.InMemorySubjectRegions;
import io.calllog.application.audit.port.out.PersonalDataEraser;
import io.calllog.application.audit.port.out.SubjectRegions;
import io.calllog.application.auth.port.out.InMemoryRevocations;
import io.calllog.application.auth.port.out.InMemorySessions;
import io.calllog.application.auth.port.out.Revocations;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.port.out.SessionViews;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.domain.analytics.ReportingZone;
import java.time.InstantSource;

/**
 * All ports of one store, which refer to each other's contents: a call names its officer.
 *
 * @param officers keeps officers
 * @param officerViews reads officers
 * @param sessions keeps sessions
 * @param sessionViews reads sessions
 * @param officerSessions ends the sessions of officers
 * @param revocations tells which tokens are void
 * @param clients keeps clients
 * @param clientViews reads clients
 * @param calls keeps calls
 * @param callViews reads calls
 * @param reports computes reports
 * @param rollUp keeps figures
 * @param trail keeps the audit trail
 * @param eraser erases personal data
 * @param trailViews reads the audit trail
 * @param regions tells where things are
 */
public record Storage(
    OfficerRepository officers,
    OfficerViews officerViews,
    SessionRepository sessions,
    SessionViews sessionViews,
    OfficerSessions officerSessions,
    Revocations revocations,
    ClientRepository clients,
    ClientViews clientViews,
    CallRepository calls,
    CallViews callViews,
    Reports reports,
    CallRollUp rollUp,
    AuditTrail trail,
    PersonalDataEraser eraser,
    AuditViews trailViews,
    SubjectRegions regions) {

  /** What a day is when nothing else is said. */
  public static final ReportingZone ZONE = ReportingZone.of("Europe/London");

  /** The fakes, empty. */
  public static Storage inMemory() {
    var officers = new InMemoryOfficers();
    var clients = new InMemoryClients();
    var calls = new InMemoryCalls(officers, clients);
    var figures = new InMemoryFigures(calls, officers, ZONE, InstantSource.system());
    var sessions = new InMemorySessions();
    var audit = new InMemoryAudit(calls::isOf, calls::eraseComments);
    return new Storage(
        officers,
        officers,
        sessions,
        sessions,
        sessions,
        new InMemoryRevocations(officers, sessions),
        clients,
        clients,
        calls,
        calls,
        figures,
        figures,
        audit,
        audit,
        audit,
        new InMemorySubjectRegions(officers, clients, calls));
  }
}
