package io.calllog.persistence.region;

import static io.calllog.application.testing.Refusals.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.OnPostgres;
import io.calllog.persistence.region.Placement.Field;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The tree of another node, which has not read the latest changes yet. */
@OnPostgres
class StaleTreeIT extends StorageContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final AtomicLong nanoTime = new AtomicLong();
  private final RegionTree tree;
  private final Placement placement;

  StaleTreeIT(Storage storage, TransactionOperations transactions, JdbcClient database) {
    this.storage = storage;
    this.transactions = transactions;
    this.tree = new RegionTree(database, database, nanoTime::get);
    this.placement = new Placement(database, tree);
  }

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  @Test
  void places_nobody_in_another_region_that_has_the_path_now() {
    Region first = add("UK");
    Region second = add("GB");
    assertThat(tree.findLiving(first.path())).isPresent();

    move(first, "Old");
    move(second, "UK");

    assertConflict("lost-race", () -> place("UK"));
    tree.refresh();
    assertThat(place("UK")).isEqualTo(tree.findLiving(samples.below("UK")).orElseThrow());
  }

  @Test
  void places_nobody_in_a_region_that_was_moved_or_deleted() {
    Region moved = add("UK");
    Region deleted = add("DE");
    tree.refresh();

    move(moved, "GB");
    doInTransaction(() -> storage.regions().remove(deleted, Samples.NOW));

    assertConflict("lost-race", () -> place("UK"));
    assertConflict("lost-race", () -> place("DE"));
  }

  @Test
  void knows_a_new_region_at_once() {
    tree.refresh();
    add("UK");

    assertThat(place("UK")).isEqualTo(tree.findLiving(samples.below("UK")).orElseThrow());
  }

  @Test
  void is_compared_before_it_is_used_after_five_seconds() {
    Region region = add("UK");
    int key = tree.keyOf(region.path());
    move(region, "GB");
    assertThat(tree.path(key)).isEqualTo(region.path());

    nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(5) + 1);

    assertThat(tree.path(key)).isEqualTo(samples.below("GB"));
  }

  @Test
  void a_deleted_region_does_not_move_with_a_new_one_of_the_same_path() {
    Region first = add("UK");
    int key = tree.keyOf(first.path());
    doInTransaction(() -> storage.regions().remove(first, Samples.NOW));
    Region second = add("UK");

    move(second, "GB");
    tree.refresh();

    assertThat(tree.path(key)).isEqualTo(first.path());
  }

  private Region add(String name) {
    make(List.of(samples.root()));
    Region region = samples.region(samples.below(name));
    doInTransaction(() -> storage.regions().add(region));
    return region;
  }

  private void move(Region region, String name) {
    var target = new RegionDetails(samples.below(name));
    var moved = new Region(region.id(), target, Samples.NOW, Samples.NOW, region.version());
    doInTransaction(() -> storage.regions().move(moved, region.path()));
  }

  private int place(String name) {
    List<RegionPath> region = List.of(samples.below(name));
    return inTransaction(() -> placement.keys(new Field("region", region, List.of())))
        .getFirst()
        .getFirst();
  }
}
