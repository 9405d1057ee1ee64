package io.calllog.application.client.service;

import io.calllog.application.client.port.in.ClientQueries;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;

@UseCase(TxMode.NONE)
final class ClientQueriesService implements ClientQueries {

  private final ClientViews views;
  private final UnitOfWork unitOfWork;

  ClientQueriesService(ClientViews views, UnitOfWork unitOfWork) {
    this.views = views;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Client find(Actor actor, ClientId id) {
    return VisibleClient.require(views.find(id, actor.seesClients()), id, views, actor);
  }

  @Override
  public Slice<ListedClient, ByName> list(Actor actor, ClientFilter filter, Paging<ByName> paging) {
    return unitOfWork.read(
        actor, paging.counted(), () -> views.list(filter, actor.seesClients(), paging));
  }

  @Override
  public Slice<ListedClient, ByLastCall> listByLastCall(
      Actor actor, ClientFilter filter, boolean latestFirst, Paging<ByLastCall> paging) {
    return unitOfWork.read(
        actor,
        paging.counted(),
        () -> views.listByLastCall(filter, actor.seesClients(), latestFirst, paging));
  }

  @Override
  public void export(
      Actor actor, ClientFilter filter, ClientOrder order, Export<OwnedClient> export) {
    unitOfWork.export(actor, () -> views.export(filter, order, actor.seesClients(), export));
  }
}
