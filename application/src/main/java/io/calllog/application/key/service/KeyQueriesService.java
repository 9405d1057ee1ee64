package io.calllog.application.key.service;

import io.calllog.application.key.port.in.KeyQueries;
import io.calllog.application.key.port.out.ApiKeyViews;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;

@UseCase(TxMode.NONE)
final class KeyQueriesService implements KeyQueries {

  private final ApiKeyViews views;
  private final UnitOfWork unitOfWork;

  KeyQueriesService(ApiKeyViews views, UnitOfWork unitOfWork) {
    this.views = views;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public ApiKeyView find(Actor actor, ApiKeyId id) {
    actor.requireAdmin();
    return views.find(id).orElseThrow(() -> new NotFound("key"));
  }

  @Override
  public Slice<ApiKeyView, ByName> list(Actor actor, Paging<ByName> paging) {
    actor.requireAdmin();
    return unitOfWork.read(actor, paging.counted(), () -> views.list(paging));
  }
}
