package io.calllog.application.call.service;

import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.call.PastCalls;
import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.NotFound;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.NONE)
final class CallQueriesService implements CallQueries {

  private static final Duration LATELY = Duration.ofDays(30);
  private static final int MAX_LATEST = 10;

  private final CallViews views;
  private final OfficerViews officers;
  private final ClientViews clients;
  private final AuditViews trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  CallQueriesService(
      CallViews views,
      OfficerViews officers,
      ClientViews clients,
      AuditViews trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.views = views;
    this.officers = officers;
    this.clients = clients;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public @Nullable Instant keptSince() {
    return views.keptSince();
  }

  @Override
  public CallView find(Actor actor, CallId id) {
    return VisibleCall.view(views, id, actor);
  }

  @Override
  public Slice<CallView, ByStart> list(
      Actor actor, CallFilter filter, CallOrder order, Paging<ByStart> paging) {
    return list(actor, actor.seesCalls(), filter, order, paging);
  }

  @Override
  public List<CallView> latestFrom(Actor actor, PhoneNumber number) {
    Instant since = clock.instant().minus(LATELY);
    return views.latestFrom(number, since, MAX_LATEST, actor.seesCalls(), actor.seesClients());
  }

  @Override
  public void export(Actor actor, CallFilter filter, CallOrder order, Export<CallView> export) {
    requireKept(filter);
    unitOfWork.export(
        actor, () -> views.export(filter, order, actor.seesCalls(), actor.seesClients(), export));
  }

  @Override
  public CallHistory historyOf(Actor actor, OfficerId officer) {
    requireVisible(actor, officer);
    return unitOfWork.read(
        actor, false, () -> views.historyOf(officer, actor.seesCalls(), actor.seesClients()));
  }

  @Override
  public Slice<CallView, ByStart> listOf(
      Actor actor, OfficerId officer, CallFilter filter, CallOrder order, Paging<ByStart> paging) {
    requireVisible(actor, officer);
    return filter.admits(officer)
        ? list(actor, actor.seesCalls(), filter.of(officer), order, paging)
        : Slice.empty(paging);
  }

  @Override
  public CallHistory historyWith(Actor actor, ClientId client) {
    requireVisible(actor, client);
    return unitOfWork.read(actor, false, () -> views.historyWith(client, actor.seesClients()));
  }

  @Override
  public Slice<CallView, ByStart> listWith(
      Actor actor, ClientId client, CallFilter filter, CallOrder order, Paging<ByStart> paging) {
    requireVisible(actor, client);
    return filter.admits(client)
        ? list(actor, Visibility.EVERYTHING, filter.with(client), order, paging)
        : Slice.empty(paging);
  }

  @Override
  public Slice<AuditView, ByTime> revisions(Actor actor, CallId id, Paging<ByTime> paging) {
    VisibleCall.view(views, id, actor);
    return unitOfWork.read(
        actor, true, () -> trail.list(AuditFilter.revisionsOf(id), Visibility.EVERYTHING, paging));
  }

  private Slice<CallView, ByStart> list(
      Actor actor, Visibility calls, CallFilter filter, CallOrder order, Paging<ByStart> paging) {
    requireKept(filter);
    return unitOfWork.read(
        actor,
        paging.counted(),
        () -> views.list(filter, order, calls, actor.seesClients(), paging));
  }

  private void requireKept(CallFilter filter) {
    new PastCalls(views.keptSince()).requireKept(filter);
  }

  private void requireVisible(Actor actor, OfficerId officer) {
    if (officers.find(officer, actor.seesOfficers()).isEmpty()) {
      throw new NotFound("officer");
    }
  }

  private void requireVisible(Actor actor, ClientId client) {
    if (clients.find(client, actor.seesClients()).isEmpty()) {
      throw new NotFound("client");
    }
  }
}
