package io.calllog.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.persistence.connection.ReplicaProgress.Primary;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplicaProgressTest {

  private final ReplicaProgress progress = new ReplicaProgress();

  @Test
  void is_unknown_until_the_replica_has_reached_a_position_of_the_primary() {
    progress.replicaIsAt(100);
    assertThat(progress.state()).isEmpty();

    primaryIsAt(200, 1);
    assertThat(progress.state()).isEmpty();

    progress.replicaIsAt(199);
    assertThat(progress.state()).isEmpty();

    progress.replicaIsAt(200);
    assertThat(completeUntil()).isEqualTo(1);
  }

  @Test
  void is_complete_until_the_last_position_that_the_replica_has_reached() {
    primaryIsAt(100, 1);
    primaryIsAt(200, 2);
    primaryIsAt(300, 3);

    progress.replicaIsAt(250);
    assertThat(completeUntil()).isEqualTo(2);

    progress.replicaIsAt(1_000); // read later than the primary was asked
    assertThat(completeUntil()).isEqualTo(3);
  }

  @Test
  void goes_on_while_the_primary_is_idle() {
    primaryIsAt(100, 1);
    progress.replicaIsAt(100);
    primaryIsAt(100, 60);
    progress.replicaIsAt(100);

    assertThat(completeUntil()).isEqualTo(60);
  }

  @Test
  void is_unknown_after_the_replica_has_restarted_from_an_earlier_position() {
    primaryIsAt(100, 1);
    progress.replicaIsAt(100);

    progress.replicaIsAt(50);
    assertThat(progress.state()).isEmpty();

    primaryIsAt(100, 2);
    progress.replicaIsAt(100);
    assertThat(completeUntil()).isEqualTo(2);
  }

  @Test
  void begins_anew_when_another_server_is_the_primary() {
    primaryIsAt(100, 1);
    progress.replicaIsAt(100);

    progress.primaryIsAt(new Primary(150, 7, "promoted", "cluster"), 2, 100);
    assertThat(progress.state()).isEmpty();

    progress.replicaIsAt(150);
    assertThat(progress.state())
        .hasValueSatisfying(state -> {
          assertThat(state.completeUntil()).isEqualTo(2);
          assertThat(state.database()).isEqualTo("promoted");
          assertThat(state.oldestTransaction()).isEqualTo(7);
        });
  }

  @Test
  void does_not_count_for_a_replica_that_was_ahead_of_the_primary_and_stands_still() {
    progress.replicaIsAt(180);
    primaryIsAt(150, 1);
    progress.replicaIsAt(180);
    primaryIsAt(170, 2);
    primaryIsAt(190, 3);
    progress.replicaIsAt(180);
    assertThat(progress.state()).isEmpty();

    progress.replicaIsAt(190); // it follows the primary now
    primaryIsAt(190, 4);
    progress.replicaIsAt(190);
    assertThat(completeUntil()).isEqualTo(4);
  }

  @Test
  void a_replica_that_has_gone_on_since_the_primary_was_asked_is_not_ahead() {
    primaryIsAt(100, 1);
    progress.replicaIsAt(100);
    long before = progress.replayed();
    progress.replicaIsAt(120);
    progress.primaryIsAt(new Primary(110, 1, "database", "cluster"), 2, before);
    progress.replicaIsAt(120);

    assertThat(completeUntil()).isEqualTo(2);
  }

  @Test
  void measures_the_delay_of_a_replica_that_is_minutes_behind() {
    for (int second = 0; second < 600; second++) {
      primaryIsAt(second, Duration.ofSeconds(second).toNanos());
    }
    progress.replicaIsAt(300);
    assertThat(completeUntil()).isEqualTo(Duration.ofMinutes(5).toNanos());
  }

  @Test
  void a_copy_is_of_the_same_cluster() {
    assertThat(progress.isCopy("other")).isTrue(); // nothing is known yet, and nothing is read
    primaryIsAt(100, 1);
    assertThat(progress.isCopy("cluster")).isTrue();
    assertThat(progress.isCopy("other")).isFalse();
  }

  private void primaryIsAt(long position, long time) {
    progress.primaryIsAt(
        new Primary(position, 1, "database", "cluster"), time, progress.replayed());
  }

  private long completeUntil() {
    return progress.state().orElseThrow().completeUntil();
  }
}
