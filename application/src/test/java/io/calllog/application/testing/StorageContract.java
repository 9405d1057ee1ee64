package io.calllog.application.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/**
 * What the contracts of the storing out-ports have in common. Each test works in regions of its own
 * ({@link #samples}), so the store may be shared and need not be empty.
 */
public abstract class StorageContract {

  /**
   * Names in the order of a list: without regard to case, by code point. Accents and other scripts
   * come after {@code z}, and what has two UTF-16 units after all that has one.
   */
  protected static final List<String> NAMES_IN_ORDER =
      List.of(
          "A",
          "anna",
          "Anna B",
          "annA-c",
          "Anná",
          "Bob",
          "Straße",
          "stratus",
          "Zoe",
          "ärger",
          "Élan",
          "Ａ",
          "\uD83D\uDE00");

  /** How long something may take that nothing should hold up. */
  private static final int PATIENCE_SECONDS = 30;

  /** Makes what this test keeps. */
  protected final Samples samples = new Samples();

  /** The ports under test. */
  protected abstract Storage storage();

  /** Does the work in one transaction, kept when it returns and undone when it throws. */
  protected abstract <T> T inTransaction(Supplier<T> work);

  /** Does work without a result in one transaction. */
  protected final void doInTransaction(Runnable work) {
    boolean done =
        inTransaction(() -> {
          work.run();
          return true;
        });
    assertThat(done).isTrue();
  }

  /** Keeps a new officer. */
  protected final Officer keep(Officer officer) {
    doInTransaction(() -> storage().officers().add(officer));
    return officer;
  }

  /** Keeps a new client. */
  protected final Client keep(Client client) {
    doInTransaction(() -> storage().clients().add(client));
    return client;
  }

  /** Keeps a new call whose id is this system's. */
  protected final Call keep(Call call) {
    assertThat(inTransaction(() -> storage().calls().addIfAbsent(call, null))).isTrue();
    return call;
  }

  /** Returns a client as stored; empty if it was deleted or never stored. */
  protected final Optional<Client> stored(Client client) {
    return inTransaction(() -> storage().clients().findForUpdate(client.id()));
  }

  /** Returns a call as stored; empty if it was deleted or never stored. */
  protected final Optional<Call> stored(Call call) {
    return inTransaction(() -> storage().calls().findForUpdate(call.id()));
  }

  /** Asserts that the work fails with a conflict that has this code. */
  protected static void assertConflict(String code, ThrowingCallable work) {
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(work)
        .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
  }

  /** What the work answers when it is done by somebody else, at this very moment. */
  protected static <T> T meanwhile(Callable<T> work) {
    return allAtOnce(List.of(work)).getFirst();
  }

  /** What the works answer when all are done at the same time, each by somebody else. */
  protected static <T> List<T> allAtOnce(List<? extends Callable<T>> works) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> work : works) {
        futures.add(executor.submit(work));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * All items of a list, read page by page. Each page leads on, each but the last is full, the last
   * one is empty only in an empty list, and all pages tell the same total.
   */
  protected static <T, C extends Cursor> List<T> walk(
      int limit, Function<Paging<C>, Slice<T, C>> list) {
    List<T> items = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    Set<@Nullable C> places = new HashSet<>();
    @Nullable C after = null;
    do {
      Slice<T, C> page = list.apply(new Paging<>(limit, after, true));
      items.addAll(page.items());
      totals.add(page.total() == null ? -1 : page.total().count());
      assertThat(places.add(page.next())).as("ahead of %s", after).isTrue();
      after = page.next();
      assertThat(page.items())
          .hasSizeBetween(after != null ? limit : items.isEmpty() ? 0 : 1, limit);
    } while (after != null);
    assertThat(totals).containsOnly((long) items.size());
    return items;
  }

  /** Every kind of visibility, with edges, over a tree of regions and two officers. */
  protected static List<Visibility> visibilities(
      List<Region> regions, OfficerId one, OfficerId other) {
    List<Visibility> all = new ArrayList<>();
    all.add(Visibility.EVERYTHING);
    all.add(new Own(one));
    all.add(new Own(other));
    for (Region region : regions) {
      all.add(new Territory(region));
      all.add(new TerritoryAndOwn(region, one));
    }
    return all;
  }

  /**
   * Regions that a subtree search by prefix mixes up: what may stand in a segment sorts below and
   * above the {@code /}. With the root and the unassigned.
   */
  protected final List<Region> trickyRegions() {
    return List.of(
        Region.ROOT,
        Region.UNASSIGNED,
        samples.root(),
        samples.below("UK"),
        samples.below("UK/London"),
        samples.below("UK/London/Soho"),
        samples.below("UKX"),
        samples.below("UK0"),
        samples.below("UK-North"),
        samples.below("UK.old"),
        samples.below("UK 2"),
        samples.below("UK_West/London"),
        samples.below("uk"),
        samples.below("Österreich/Süd"));
  }
}
