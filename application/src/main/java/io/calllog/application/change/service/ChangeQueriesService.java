package io.calllog.application.change.service;

import io.calllog.application.change.port.in.ChangeQueries;
import io.calllog.application.change.port.out.ChangeFeed;
import io.calllog.application.change.port.out.ChangeFeed.End;
import io.calllog.application.change.port.out.ChangeFeed.Entry;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.ChangePage;
import io.calllog.application.change.view.Sight;
import io.calllog.application.shared.Cursor.ByChange;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.application.shared.Sha256;
import io.calllog.application.shared.StartOver;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.NONE)
final class ChangeQueriesService implements ChangeQueries {

  /** What was removed is known for a little longer. */
  private static final Duration LIFETIME = Duration.ofDays(90);

  private static final int FINGERPRINT_DIGITS = 16;

  private final ChangeFeed feed;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  ChangeQueriesService(ChangeFeed feed, UnitOfWork unitOfWork, InstantSource clock) {
    this.feed = feed;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public ChangePage list(Actor actor, Set<ChangeKind> kinds, int limit, @Nullable ByChange after) {
    Sight sight = Sight.of(actor);
    Instant now = clock.instant(); // before the snapshot, so that a cursor is never too young
    return unitOfWork.read(
        actor,
        true,
        () -> {
          End end = feed.end();
          String view = view(sight, end);
          if (after != null && !canContinue(after, view, sight, kinds, end, now)) {
            throw new StartOver();
          }
          ByChange from = after == null ? cursor(view, now, end, 0) : after;
          List<Entry> found =
              feed.read(
                  new ChangeFeed.Request(
                      sight, kinds, from.last(), from.sinceTransaction(), end, limit + 1));
          boolean more = found.size() > limit;
          List<Entry> page = more ? found.subList(0, limit) : found;
          ByChange next =
              more
                  ? new ByChange(
                      view,
                      from.since(),
                      from.sinceTransaction(),
                      end.transaction(),
                      page.getLast().position())
                  : cursor(view, now, end, end.transaction());
          return new ChangePage(page.stream().map(Entry::change).distinct().toList(), next, more);
        });
  }

  private static ByChange cursor(String view, Instant now, End end, long from) {
    return new ByChange(
        view, now, end.transaction(), end.transaction(), ChangePosition.before(from));
  }

  private boolean canContinue(
      ByChange after, String view, Sight sight, Set<ChangeKind> kinds, End end, Instant now) {
    return after.view().equals(view)
        && !now.isAfter(after.since().plus(LIFETIME))
        && after.readTo() <= end.transaction()
        && !feed.movedRegions(sight, kinds, after.readTo(), end);
  }

  /** Changes when the reader sees other things, and with the database. */
  private static String view(Sight sight, End end) {
    return Sha256.hex(sight + " " + end.database()).substring(0, FINGERPRINT_DIGITS);
  }
}
