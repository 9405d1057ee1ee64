package io.calllog.application.imports.service;

import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.port.in.ImportQueries;
import io.calllog.application.imports.port.out.ImportViews;
import io.calllog.application.imports.view.ImportView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;

@UseCase(TxMode.NONE)
final class ImportQueriesService implements ImportQueries {

  private final ImportViews views;
  private final UnitOfWork unitOfWork;

  ImportQueriesService(ImportViews views, UnitOfWork unitOfWork) {
    this.views = views;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public ImportView find(Actor actor, ImportId id) {
    return views
        .view(id)
        .filter(view -> actor.isAdmin() || actor.id().equals(view.value().createdBy()))
        .orElseThrow(() -> new NotFound("import"));
  }

  @Override
  public Slice<ImportView, ByTime> list(Actor actor, Paging<ByTime> paging) {
    return unitOfWork.read(
        actor, paging.counted(), () -> views.list(actor.isAdmin() ? null : actor.id(), paging));
  }

  @Override
  public void rejected(Actor actor, ImportId id, Export<RejectedRow> export) {
    find(actor, id);
    unitOfWork.export(() -> views.rejected(id, export));
  }
}
