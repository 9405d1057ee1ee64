package io.calllog.application.client.service;

import io.calllog.application.client.port.in.ClientQueries;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;

@UseCase(TxMode.READ)
final class ClientQueriesService implements ClientQueries {

  private final ClientViews views;

  ClientQueriesService(ClientViews views) {
    this.views = views;
  }

  @Override
  public ClientView find(Actor actor, ClientId id) {
    return views.find(id, actor.seesClients()).orElseThrow(VisibleClient::notFound);
  }

  @Override
  public Slice<ClientView, ByName> list(Actor actor, ClientFilter filter, Paging<ByName> paging) {
    return views.list(filter, actor.seesClients(), paging);
  }
}
