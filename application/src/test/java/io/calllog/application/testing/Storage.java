package io.calllog.application.testing;

import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.port.out.InMemoryFigures;
import io.calllog.application.analytics.port.out.InMemoryTargets;
import io.calllog.application.analytics.port.out.Reports;
import io.calllog.application.analytics.port.out.TargetRepository;
import io.calllog.application.analytics.port.out.TargetViews;
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
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.client.port.out.MergedClients;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.imports.port.out.ImportMatches;
import io.calllog.application.imports.port.out.InMemoryMatches;
import io.calllog.application.key.port.out.ApiKeyRepository;
import io.calllog.application.key.port.out.ApiKeyViews;
import io.calllog.application.key.port.out.InMemoryKeys;
import io.calllog.application.key.port.out.ValidKeys;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.region.port.out.RegionKeys;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.domain.analytics.ReportingZone;
import java.time.InstantSource;

/** All ports of one storage. */
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
    CallReferences callReferences,
    MergedClients mergedClients,
    ImportMatches importMatches,
    FollowUpRepository followUps,
    FollowUpViews followUpViews,
    Reports reports,
    CallRollUp rollUp,
    AuditTrail trail,
    PersonalDataEraser eraser,
    AuditViews trailViews,
    OfficerCalls officerCalls,
    RegionRepository regions,
    RegionViews regionViews,
    RegionKeys regionKeys,
    SubjectRegions subjectRegions,
    ApiKeyRepository keys,
    ApiKeyViews keyViews,
    ValidKeys validKeys,
    TargetRepository targets,
    TargetViews targetViews) {

  /** The reporting time zone of the tests. */
  public static final ReportingZone ZONE = ReportingZone.of("Europe/London");

  /** Creates empty fakes. */
  public static Storage inMemory() {
    var regions = new InMemoryRegions();
    var officers = new InMemoryOfficers(regions);
    var clients = new InMemoryClients(regions, officers, ZONE, InstantSource.system());
    var keys = new InMemoryKeys(regions);
    var followUps = new InMemoryFollowUps(officers, clients, InstantSource.system());
    var calls = new InMemoryCalls(regions, officers, clients, keys, followUps);
    var targets = new InMemoryTargets();
    var figures =
        new InMemoryFigures(
            calls, clients, followUps, officers, regions, targets, ZONE, InstantSource.system());
    var sessions = new InMemorySessions();
    var audit = new InMemoryAudit(calls::isOf, calls::eraseComments);
    audit.nameActors(officers::livingOrDeletedName, keys::nameOf);
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
        calls,
        calls,
        new InMemoryMatches(officers, clients),
        followUps,
        followUps,
        figures,
        figures,
        audit,
        audit,
        audit,
        calls,
        regions,
        regions,
        regions,
        new InMemorySubjectRegions(regions, officers, clients, calls, followUps),
        keys,
        keys,
        keys,
        targets,
        targets);
  }
}
