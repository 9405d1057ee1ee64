package io.calllog.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.port.out.InMemoryFigures;
import io.calllog.application.analytics.port.out.InMemoryTargets;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.audit.port.out.InMemoryAudit;
import io.calllog.application.auth.port.out.InMemoryRevocations;
import io.calllog.application.auth.port.out.InMemorySessions;
import io.calllog.application.auth.port.out.InMemorySignInThrottle;
import io.calllog.application.auth.port.out.InMemoryTokens;
import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.call.port.out.InMemoryCallReferences;
import io.calllog.application.call.port.out.InMemoryCallViews;
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.followup.port.out.FollowUpRepository.NewFollowUp;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.key.port.out.InMemoryKeys;
import io.calllog.application.officer.port.out.CountingHasher;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.port.out.DirectUnitOfWork;
import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.application.shared.port.out.SequentialSecrets;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small organisation on fakes, for the tests of use cases: two territories with managers and
 * officers, an administrator, an unassigned officer, and all out-ports.
 */
public final class Office {

  public final Samples samples = new Samples();

  public final InMemoryRegions regions = new InMemoryRegions();

  public final InMemoryOfficers officers = new InMemoryOfficers(regions);

  /** Starts at {@link Samples#NOW}. */
  public final SettableClock clock = new SettableClock(Samples.NOW);

  public final InMemoryClients clients =
      new InMemoryClients(regions, officers, Storage.ZONE, clock);

  public final InMemoryKeys keys = new InMemoryKeys(regions);

  public final InMemoryTargets targets = new InMemoryTargets();

  public final InMemoryFollowUps followUps = new InMemoryFollowUps(officers, clients, clock);

  public final InMemoryCalls calls = new InMemoryCalls(regions, officers, clients, followUps);

  public final InMemoryCallViews callViews = new InMemoryCallViews(calls, officers, clients, keys);

  public final InMemoryCallReferences callReferences =
      new InMemoryCallReferences(officers, clients, keys, followUps);

  public final InMemoryAudit audit = new InMemoryAudit(calls::isOf, calls::eraseComments);

  /** Reports in {@link Storage#ZONE}. */
  public final InMemoryFigures figures =
      new InMemoryFigures(
          calls, clients, followUps, officers, regions, targets, Storage.ZONE, clock);

  /** Caches nothing. */
  public final ReportCache reportCache = (_, _, computation) -> computation.get();

  public final CountingHasher hasher = new CountingHasher();

  public final InMemoryTokens tokens = new InMemoryTokens();

  public final InMemorySessions sessions = new InMemorySessions();

  public final InMemoryRevocations revocations = new InMemoryRevocations(officers, sessions);

  public final SequentialSecrets secrets = new SequentialSecrets();

  /** 15 minutes, 30 days, and a grace of 10 minutes. */
  public final TokenLifetimes lifetimes =
      new TokenLifetimes(InMemoryTokens.LIFETIME, Duration.ofDays(30), Duration.ofMinutes(10));

  public final InMemorySignInThrottle throttle = new InMemorySignInThrottle(clock);

  public final DirectUnitOfWork unitOfWork = new DirectUnitOfWork();

  public final SequentialIds ids = new SequentialIds();

  /** The territory of {@link #manager}. */
  public final RegionPath uk = samples.below("UK");

  /** A region in {@link #uk}. */
  public final RegionPath london = samples.below("UK/London");

  /** The territory of {@link #otherManager}. */
  public final RegionPath germany = samples.below("DE");

  public final Officer admin = hire("Ada Admin", RegionPath.ROOT, Role.ADMIN);

  public final Officer manager = hire("Mary Manager", uk, Role.MANAGER);

  public final Officer otherManager = hire("Max Manager", germany, Role.MANAGER);

  /** An officer in {@link #london}. */
  public final Officer anna = hire("Anna", london, Role.OFFICER);

  /** Another officer in {@link #london}. */
  public final Officer bob = hire("Bob", london, Role.OFFICER);

  /** An officer in {@link #germany}. */
  public final Officer dora = hire("Dora", germany, Role.OFFICER);

  /** An officer without a region. */
  public final Officer newcomer = hire("Nick Newcomer", RegionPath.UNASSIGNED, Role.OFFICER);

  /** Starts a session of an officer. */
  public SessionId signIn(Officer officer) {
    var session =
        Session.begin(
            new SessionId(ids.next(clock.instant())),
            officer.id(),
            new Origin("203.0.113.7", "A test"),
            clock.instant(),
            lifetimes.refresh());
    sessions.add(
        session, new RefreshToken(new RefreshSecret(secrets.next()).hash(), clock.instant()));
    return session.id();
  }

  /** Returns whether a session is open. */
  public boolean isOpen(SessionId session) {
    return sessions.find(session).orElseThrow().isOpen(clock.instant());
  }

  /** Adds an active officer. */
  public Officer hire(String name, RegionPath region, Role role) {
    Officer officer = samples.officer(name, region, role, OfficerStatus.ACTIVE);
    regions.make(region);
    officers.add(officer);
    return officer;
  }

  /** Adds a manager who leads these regions. */
  public Officer hireLeaderOf(RegionPath region, RegionPath... led) {
    Stream.concat(Stream.of(region), Stream.of(led)).forEach(regions::make);
    Officer manager = samples.leader("Lena Leader", region, List.of(led));
    officers.add(manager);
    return manager;
  }

  /** Adds a client. */
  public Client keep(Client client) {
    regions.make(client.details().region());
    clients.add(client);
    return client;
  }

  /** Adds a call. */
  public Call keep(Call call) {
    assertThat(calls.addAbsent(List.of(new NewCall(call, null)))).containsExactly(call.id());
    return call;
  }

  /** Adds a follow-up. */
  public FollowUp keep(FollowUp followUp) {
    assertThat(followUps.addAbsent(List.of(new NewFollowUp(followUp, null))))
        .containsExactly(followUp.id());
    return followUp;
  }

  /** Returns an officer as an actor, with the current role and region. */
  public Actor actor(Officer officer) {
    return officers.find(officer.id()).orElseThrow().asActor();
  }

  /** Returns an officer as the caller of a command, without a session. */
  public Caller caller(Officer officer) {
    return Caller.internal(actor(officer));
  }
}
