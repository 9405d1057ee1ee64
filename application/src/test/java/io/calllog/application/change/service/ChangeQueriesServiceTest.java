package io.calllog.application.change.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.change.port.in.ChangeQueries;
import io.calllog.application.change.port.out.InMemoryChanges;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.ChangePage;
import io.calllog.application.shared.Cursor.ByChange;
import io.calllog.application.shared.StartOver;
import io.calllog.application.testing.Office;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeQueriesServiceTest {

  private static final Set<ChangeKind> ALL = EnumSet.allOf(ChangeKind.class);
  private static final Duration LIFETIME = Duration.ofDays(90);

  private final Office office = new Office();
  private final ChangeQueries queries =
      new ChangeQueriesService(
          new InMemoryChanges(
              office.regions, office.officers, office.clients, office.callViews, office.followUps),
          office.unitOfWork,
          office.clock);

  @Test
  void a_cursor_is_valid_for_90_days() {
    ByChange last = list(1_000, null).next();

    office.clock.advance(LIFETIME);
    assertThat(list(1_000, last).items()).isEmpty();

    office.clock.advance(Duration.ofMillis(1));
    assertThatExceptionOfType(StartOver.class).isThrownBy(() -> list(1_000, last));
  }

  @Test
  void the_90_days_begin_again_when_everything_was_read() {
    ChangePage first = list(1, null);
    assertThat(first.more()).isTrue();

    office.clock.advance(LIFETIME);
    ChangePage second = list(1, first.next());
    ChangePage rest = list(1_000, second.next());
    assertThat(rest.more()).isFalse();

    office.clock.advance(Duration.ofMillis(1));
    assertThat(list(1, rest.next()).items()).isEmpty();
    assertThatExceptionOfType(StartOver.class).isThrownBy(() -> list(1, second.next()));
  }

  private ChangePage list(int limit, @Nullable ByChange after) {
    return queries.list(office.actor(office.manager), ALL, limit, after);
  }
}
