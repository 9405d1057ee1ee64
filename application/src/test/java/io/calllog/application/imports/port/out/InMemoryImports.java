package io.calllog.application.imports.port.out;

import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.Import;
import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.view.ImportView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.officer.ActorId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fake of the ports for imports. Thread-safe. */
public final class InMemoryImports implements ImportRepository, ImportViews {

  private final Map<ImportId, Import> receiving = new ConcurrentHashMap<>();
  private final Map<ImportId, Import> imports = new ConcurrentHashMap<>();
  private final Map<ImportId, List<FileRow>> rows = new ConcurrentHashMap<>();
  private final Map<ImportId, List<RejectedRow>> errors = new ConcurrentHashMap<>();

  @Override
  public void begin(Import added) {
    receiving.put(added.id(), added);
    rows.put(added.id(), new ArrayList<>());
    errors.put(added.id(), new ArrayList<>());
  }

  @Override
  public void store(ImportId id, long first, List<FileRow> added) {
    if (rowsOf(id).size() == first) {
      rowsOf(id).addAll(added);
    }
  }

  @Override
  public boolean received(Import complete) {
    if (receiving.remove(complete.id()) == null) {
      return false;
    }
    imports.put(complete.id(), complete);
    return true;
  }

  @Override
  public void discard(ImportId id) {
    receiving.remove(id);
    rows.remove(id);
  }

  @Override
  public Optional<Import> find(ImportId id) {
    return Optional.ofNullable(imports.get(id));
  }

  @Override
  public Optional<Import> findForUpdate(ImportId id) {
    return find(id);
  }

  @Override
  public void update(Import changed) {
    imports.put(changed.id(), changed);
  }

  @Override
  public List<FileRow> next(ImportId id, long read) {
    List<FileRow> all = rowsOf(id);
    return List.copyOf(all.subList((int) Math.min(read, all.size()), all.size()));
  }

  @Override
  public void reject(ImportId id, List<RejectedRow> added) {
    errors.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(added);
  }

  @Override
  public Optional<ImportView> view(ImportId id) {
    return find(id).map(found -> new ImportView(found, "Somebody"));
  }

  @Override
  public Slice<ImportView, ByTime> list(@Nullable ActorId creator, Paging<ByTime> paging) {
    return Ordering.page(
        imports.values().stream()
            .filter(each -> creator == null || each.createdBy().equals(creator))
            .map(each -> new ImportView(each, "Somebody")),
        view -> new ByTime(view.value().createdAt(), view.value().id().value()),
        Ordering.BY_TIME.reversed(),
        paging);
  }

  @Override
  public void rejected(ImportId id, Export<RejectedRow> export) {
    errors.getOrDefault(id, List.of()).stream()
        .sorted(Comparator.comparingLong(error -> error.row().line()))
        .forEach(export.items());
  }

  private List<FileRow> rowsOf(ImportId id) {
    return rows.getOrDefault(id, new ArrayList<>());
  }
}
