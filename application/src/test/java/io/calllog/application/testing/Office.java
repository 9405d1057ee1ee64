package io.calllog.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.port.out.InMemoryFigures;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.audit.port.out.InMemoryAudit;
import io.calllog.application.auth.port.out.InMemoryRevocations;
import io.calllog.application.auth.port.out.InMemorySessions;
import io.calllog.application.auth.port.out.InMemorySignInThrottle;
import io.calllog.application.auth.port.out.InMemoryTokens;
import io.calllog.application.auth.port.out.SequentialSecrets;
import io.calllog.application.auth.session.Session;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.officer.port.out.CountingHasher;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.port.out.DirectUnitOfWork;
import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Region;
import java.time.Duration;

/**
 * A small organisation on fakes, for the tests of the use cases: two territories, each with a
 * manager and two officers, an administrator, somebody unassigned, and everything a use case needs.
 */
public final class Office {

  /** Makes more people, clients and calls. */
  public final Samples samples = new Samples();

  /** Where the officers are. */
  public final InMemoryOfficers officers = new InMemoryOfficers();

  /** Where the clients are. */
  public final InMemoryClients clients = new InMemoryClients();

  /** Where the calls are. */
  public final InMemoryCalls calls = new InMemoryCalls(officers, clients);

  /** What was written down. */
  public final InMemoryAudit audit = new InMemoryAudit(calls::isOf, calls::eraseComments);

  /** Stands at {@link Samples#NOW}. */
  public final SettableClock clock = new SettableClock(Samples.NOW);

  /** What the calls amount to, in {@link Storage#ZONE}. */
  public final InMemoryFigures figures = new InMemoryFigures(calls, officers, Storage.ZONE, clock);

  /** Keeps no answer. */
  public final ReportCache reportCache = (_, _, computation) -> computation.get();

  /** Counts the work of hashing. */
  public final CountingHasher hasher = new CountingHasher();

  /** Issues tokens for a quarter of an hour. */
  public final InMemoryTokens tokens = new InMemoryTokens();

  /** Where the sessions are. */
  public final InMemorySessions sessions = new InMemorySessions();

  /** Knows at once which tokens are void. */
  public final InMemoryRevocations revocations = new InMemoryRevocations(officers, sessions);

  /** Makes the secrets of refresh tokens. */
  public final SequentialSecrets secrets = new SequentialSecrets();

  /** A quarter of an hour, and thirty days. */
  public final TokenLifetimes lifetimes =
      new TokenLifetimes(InMemoryTokens.LIFETIME, Duration.ofDays(30));

  /** Permits 5 failed sign-ins of an account from one network; forgets as time passes. */
  public final InMemorySignInThrottle throttle = new InMemorySignInThrottle(clock);

  /** Opens no transaction. */
  public final DirectUnitOfWork unitOfWork = new DirectUnitOfWork();

  /** Makes ids. */
  public final SequentialIds ids = new SequentialIds();

  /** The territory where most of it happens. */
  public final Region uk = samples.below("UK");

  /** Below that territory. */
  public final Region london = samples.below("UK/London");

  /** The other territory. */
  public final Region germany = samples.below("DE");

  /** Runs the system. */
  public final Officer admin = hire("Ada Admin", Region.ROOT, Role.ADMIN);

  /** Leads {@link #uk}. */
  public final Officer manager = hire("Mary Manager", uk, Role.MANAGER);

  /** Leads {@link #germany}. */
  public final Officer otherManager = hire("Max Manager", germany, Role.MANAGER);

  /** At work in {@link #london}. */
  public final Officer anna = hire("Anna", london, Role.OFFICER);

  /** At work in {@link #london}, beside Anna. */
  public final Officer bob = hire("Bob", london, Role.OFFICER);

  /** At work in {@link #germany}. */
  public final Officer dora = hire("Dora", germany, Role.OFFICER);

  /** Not placed anywhere yet. */
  public final Officer newcomer = hire("Nick Newcomer", Region.UNASSIGNED, Role.OFFICER);

  /** Begins a session of an officer. */
  public SessionId signIn(Officer officer) {
    var session =
        Session.begin(
            new SessionId(ids.next(clock.instant())),
            officer.id(),
            new Origin("203.0.113.7", "A test"),
            clock.instant(),
            lifetimes.refresh());
    sessions.add(session, session.newestToken(secrets.next().hash()));
    return session.id();
  }

  /** Whether a session can go on. */
  public boolean isOpen(SessionId session) {
    return sessions.find(session).orElseThrow().isOpen(clock.instant());
  }

  /** Keeps a new, active officer. */
  public Officer hire(String name, Region region, Role role) {
    Officer officer = samples.officer(name, region, role, OfficerStatus.ACTIVE);
    officers.add(officer);
    return officer;
  }

  /** Keeps a new client. */
  public Client keep(Client client) {
    clients.add(client);
    return client;
  }

  /** Keeps a new call. */
  public Call keep(Call call) {
    assertThat(calls.addIfAbsent(call, null)).isTrue();
    return call;
  }

  /** Who the officer is now when they act. */
  public Actor actor(Officer officer) {
    return officers.find(officer.id()).orElseThrow().asActor();
  }

  /** The officer as the caller of a command, without a session. */
  public Caller caller(Officer officer) {
    return Caller.internal(actor(officer));
  }
}
