package io.calllog.application.testing;

import io.calllog.domain.shared.Conflict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * Keeps snapshots of aggregates as the repositories promise: the deleted stay, unseen, and a change
 * of another version than the stored one loses the race. Thread-safe.
 *
 * @param <I> the kind of id
 * @param <A> the kind of aggregate
 */
public final class InMemoryTable<I, A> {

  private record Row<A>(A value, boolean deleted) {}

  private final Map<I, Row<A>> rows = new LinkedHashMap<>();
  private final Function<A, I> idOf;
  private final ToLongFunction<A> versionOf;
  private final BiFunction<A, Long, A> withVersion;

  /** An empty table of aggregates that tell, and take, their id and version by these functions. */
  public InMemoryTable(
      Function<A, I> idOf, ToLongFunction<A> versionOf, BiFunction<A, Long, A> withVersion) {
    this.idOf = idOf;
    this.versionOf = versionOf;
    this.withVersion = withVersion;
  }

  /** What is kept under the id and was not deleted. */
  public synchronized Optional<A> living(I id) {
    return Optional.ofNullable(rows.get(id)).filter(row -> !row.deleted()).map(Row::value);
  }

  /** All that was not deleted. */
  public synchronized List<A> living() {
    return rows.values().stream().filter(row -> !row.deleted()).map(Row::value).toList();
  }

  /** What is or was kept under the id. */
  public synchronized Optional<A> livingOrDeleted(I id) {
    return Optional.ofNullable(rows.get(id)).map(Row::value);
  }

  /** Whether what was kept under the id was deleted. */
  public synchronized boolean isDeleted(I id) {
    return livingOrDeleted(id).isPresent() && living(id).isEmpty();
  }

  /** Keeps it unless its id was used before; tells whether it was kept. */
  public synchronized boolean addIfAbsent(A snapshot) {
    return rows.putIfAbsent(idOf.apply(snapshot), new Row<>(snapshot, false)) == null;
  }

  /** Keeps a change and answers it with its new version. */
  public synchronized A update(A snapshot) {
    requireCurrent(snapshot);
    A next = withVersion.apply(snapshot, versionOf.applyAsLong(snapshot) + 1);
    rows.put(idOf.apply(snapshot), new Row<>(next, false));
    return next;
  }

  /** Hides it from now on. */
  public synchronized void remove(A snapshot) {
    requireCurrent(snapshot);
    rows.put(idOf.apply(snapshot), new Row<>(snapshot, true));
  }

  /** What is kept under the id, if it was deleted. */
  public synchronized Optional<A> deleted(I id) {
    return Optional.ofNullable(rows.get(id)).filter(Row::deleted).map(Row::value);
  }

  /** Keeps a change, deleted before or not, and hides it from now on. */
  public synchronized void erase(A snapshot) {
    requireVersion(snapshot, livingOrDeleted(idOf.apply(snapshot)));
    A next = withVersion.apply(snapshot, versionOf.applyAsLong(snapshot) + 1);
    rows.put(idOf.apply(snapshot), new Row<>(next, true));
  }

  /** Changes each one that is or was kept. */
  public synchronized void replaceAll(UnaryOperator<A> change) {
    rows.replaceAll((_, row) -> new Row<>(change.apply(row.value()), row.deleted()));
  }

  private void requireCurrent(A snapshot) {
    requireVersion(snapshot, living(idOf.apply(snapshot)));
  }

  private void requireVersion(A snapshot, Optional<A> stored) {
    long version = versionOf.applyAsLong(snapshot);
    if (stored.filter(v -> versionOf.applyAsLong(v) == version).isEmpty()) {
      throw Conflict.lostRace();
    }
  }
}
