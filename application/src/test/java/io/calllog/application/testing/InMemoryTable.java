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
 * Table of aggregates that behaves as the contracts of the repositories demand: deleted rows remain
 * but are not found, and a change with a stale version fails. Thread-safe.
 *
 * @param <I> the type of the id
 * @param <A> the type of the aggregate
 */
public final class InMemoryTable<I, A> {

  private record Row<A>(A value, boolean deleted) {}

  private final Map<I, Row<A>> rows = new LinkedHashMap<>();
  private final Function<A, I> idOf;
  private final ToLongFunction<A> versionOf;
  private final BiFunction<A, Long, A> withVersion;

  /** Creates an empty table. */
  public InMemoryTable(
      Function<A, I> idOf, ToLongFunction<A> versionOf, BiFunction<A, Long, A> withVersion) {
    this.idOf = idOf;
    this.versionOf = versionOf;
    this.withVersion = withVersion;
  }

  /** Returns the row with the id, if it was not deleted. */
  public synchronized Optional<A> living(I id) {
    return Optional.ofNullable(rows.get(id)).filter(row -> !row.deleted()).map(Row::value);
  }

  /** Returns all rows that were not deleted. */
  public synchronized List<A> living() {
    return rows.values().stream().filter(row -> !row.deleted()).map(Row::value).toList();
  }

  /** Returns all rows, deleted or not. */
  public synchronized List<A> livingOrDeleted() {
    return rows.values().stream().map(Row::value).toList();
  }

  /** Returns the row with the id, deleted or not. */
  public synchronized Optional<A> livingOrDeleted(I id) {
    return Optional.ofNullable(rows.get(id)).map(Row::value);
  }

  /** Returns whether the row with the id was deleted. */
  public synchronized boolean isDeleted(I id) {
    return livingOrDeleted(id).isPresent() && living(id).isEmpty();
  }

  /** Adds a row unless its id was used before; returns whether it was added. */
  public synchronized boolean addIfAbsent(A snapshot) {
    return rows.putIfAbsent(idOf.apply(snapshot), new Row<>(snapshot, false)) == null;
  }

  /** Stores a change and returns it with its new version. */
  public synchronized A update(A snapshot) {
    requireCurrent(snapshot);
    A next = withVersion.apply(snapshot, versionOf.applyAsLong(snapshot) + 1);
    rows.put(idOf.apply(snapshot), new Row<>(next, false));
    return next;
  }

  /** Marks a row as deleted. */
  public synchronized void remove(A snapshot) {
    requireCurrent(snapshot);
    rows.put(idOf.apply(snapshot), new Row<>(snapshot, true));
  }

  /** Returns the row with the id, if it was deleted. */
  public synchronized Optional<A> deleted(I id) {
    return Optional.ofNullable(rows.get(id)).filter(Row::deleted).map(Row::value);
  }

  /** Marks a deleted row as not deleted and returns it with its new version. */
  public synchronized A restore(A snapshot) {
    requireVersion(snapshot, deleted(idOf.apply(snapshot)));
    A next = withVersion.apply(snapshot, versionOf.applyAsLong(snapshot) + 1);
    rows.put(idOf.apply(snapshot), new Row<>(next, false));
    return next;
  }

  /** Stores a change, deleted before or not, and marks the row as deleted. */
  public synchronized void erase(A snapshot) {
    requireVersion(snapshot, livingOrDeleted(idOf.apply(snapshot)));
    A next = withVersion.apply(snapshot, versionOf.applyAsLong(snapshot) + 1);
    rows.put(idOf.apply(snapshot), new Row<>(next, true));
  }

  /** Changes all rows, deleted or not. */
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
