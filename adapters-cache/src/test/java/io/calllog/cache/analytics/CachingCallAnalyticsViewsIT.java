package io.calllog.cache.analytics;

import static io.calllog.application.analytics.view.Freshness.NEW;
import static io.calllog.application.analytics.view.Freshness.RECENT;
import static io.calllog.cache.analytics.Samples.ALL;
import static io.calllog.cache.analytics.Samples.ANN;
import static io.calllog.cache.analytics.Samples.UK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.port.out.CallAnalyticsViews;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.domain.officer.Visibility;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import io.calllog.local.RedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingCallAnalyticsViewsIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Visibility EVERYTHING = Visibility.EVERYTHING;

  @TempDir private static Path directory;
  private static LocalServices services;
  private static String url;

  private RedisContent redis;
  private Node node;
  private Node other;

  @BeforeAll
  static void start_redis() {
    services = LocalServices.in(directory, DataLifetime.ONE_RUN);
    RedisConnection connection = services.redis();
    url =
        "redis://:%s@%s:%d".formatted(connection.password(), connection.host(), connection.port());
  }

  @AfterAll
  static void stop_redis() {
    services.close();
  }

  @BeforeEach
  void start_two_nodes() {
    redis = new RedisContent(services.redis());
    node = Node.patient(url, MINUTE);
    other = Node.patient(url, MINUTE);
    node.awaitRedis();
    other.awaitRedis();
    redis.clear();
  }

  @AfterEach
  void stop_nodes() {
    node.close();
    other.close();
    redis.close();
  }

  @Test
  void the_first_answer_is_computed_and_the_next_ones_are_from_near_and_from_redis() {
    Report<Volumes> computed = node.volumes(ALL);
    assertThat(computed.cached()).isFalse();
    assertThat(node.volumes(ALL)).isEqualTo(computed.fromCache());
    assertThat(other.volumes(ALL)).isEqualTo(computed.fromCache());
    assertThat(other.volumes(ALL)).isEqualTo(computed.fromCache());
  }

  @Test
  void every_view_comes_back_from_redis_as_it_was() {
    assertSharedByNodes(n -> n.volumes(ALL, EVERYTHING, RECENT));
    assertSharedByNodes(n -> n.callTimePerOfficer(ALL, EVERYTHING, RECENT));
    assertSharedByNodes(n -> n.callsPerOfficerPerDay(ALL, EVERYTHING, Paging.first(), RECENT));
    assertSharedByNodes(
        n -> n.callsPerOfficerPerDay(ALL, EVERYTHING, new Paging<ByName>(9, null, true), RECENT));
    assertSharedByNodes(n -> n.outcomes(ALL, EVERYTHING, RECENT));
    assertSharedByNodes(n -> n.summary(ALL, false, EVERYTHING, RECENT));
    assertSharedByNodes(n -> n.summary(ALL, true, EVERYTHING, RECENT));
    assertThat(redis.keys()).hasSize(7);
  }

  @Test
  void nobody_is_served_the_figures_of_another() {
    List<Visibility> visibilities =
        List.of(
            EVERYTHING,
            new Visibility.Territory(UK),
            new Visibility.Own(ANN),
            new Visibility.TerritoryAndOwn(UK, ANN));
    for (Node asked : List.of(node, node, other)) {
      for (Visibility visibility : visibilities) {
        assertThat(asked.views.callTimePerOfficer(ALL, visibility, RECENT).content())
            .isEqualTo(Samples.officerTimes(visibility.toString()));
      }
    }
    assertThat(redis.keys()).hasSize(4);
  }

  @Test
  void what_is_near_is_used_for_a_second_then_redis_is_asked() {
    node.volumes(ALL);
    redis.clear();
    node.time.pass(Duration.ofMillis(999));
    assertThat(node.volumes(ALL).cached()).isTrue();
    node.time.pass(Duration.ofMillis(1));
    assertThat(node.volumes(ALL).cached()).isFalse();
  }

  @Test
  void a_report_from_redis_is_near_for_a_second_too() {
    node.volumes(ALL);
    assertThat(other.volumes(ALL).cached()).isTrue();
    redis.clear();
    other.time.pass(Duration.ofMillis(999));
    assertThat(other.volumes(ALL).cached()).isTrue();
    other.time.pass(Duration.ofMillis(1));
    assertThat(other.volumes(ALL).cached()).isFalse();
  }

  @Test
  void an_entry_lives_for_the_configured_time_less_a_tenth_at_most() {
    for (int i = 0; i < 40; i++) {
      node.volumes(Samples.question(i));
    }
    List<Duration> left = redis.keys().stream().map(redis::timeToLive).toList();
    assertThat(left)
        .hasSize(40)
        .allSatisfy(each ->
            assertThat(each)
                .isBetween(MINUTE.multipliedBy(9).dividedBy(10).minusSeconds(5), MINUTE));
    assertThat(left.stream().map(each -> each.toMillis() / 500).distinct()).hasSizeGreaterThan(3);
  }

  @Test
  void the_time_that_a_computation_took_counts() {
    node.computing.meanwhile(() -> node.time.pass(Duration.ofSeconds(30)));
    node.volumes(ALL);
    assertThat(redis.timeToLive(redis.keys().getFirst())).isLessThan(Duration.ofSeconds(31));
  }

  @Test
  void what_is_too_old_when_it_is_there_is_not_kept() {
    node.computing.meanwhile(() -> node.time.pass(MINUTE));
    assertThat(node.volumes(ALL).cached()).isFalse();
    assertThat(redis.keys()).isEmpty();
    assertThat(node.volumes(ALL).cached()).isFalse();
  }

  @Test
  void an_entry_ends_by_itself() {
    try (Node hasty = Node.patient(url, Duration.ofMillis(300))) {
      hasty.awaitRedis();
      redis.clear();
      hasty.volumes(ALL);
      await().until(() -> redis.keys().isEmpty());
    }
  }

  @Test
  void one_computation_serves_fifty_callers() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    node.computing.meanwhile(() -> awaitUninterruptibly(mayEnd));
    int before = node.computing.computations();
    List<Caller<Report<Volumes>>> callers = Caller.many(50, _ -> node.volumes(ALL));
    Caller.awaitThatAllWait(callers);
    mayEnd.countDown();
    assertThat(callers).extracting(caller -> caller.answer().cached()).containsOnly(false);
    assertThat(node.computing.computations()).isEqualTo(before + 1);
  }

  @Test
  void a_new_answer_is_computed_and_replaces_what_was_kept() {
    long former = Node.number(node.volumes(ALL));
    Report<Volumes> computed = node.newVolumes(ALL);
    assertThat(computed.cached()).isFalse();
    assertThat(Node.number(computed)).isGreaterThan(former);
    assertThat(node.volumes(ALL)).isEqualTo(computed.fromCache());
    assertThat(other.volumes(ALL)).isEqualTo(computed.fromCache());
  }

  @Test
  void those_who_want_a_new_answer_share_the_computation_after_the_one_that_goes_on() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    node.computing.meanwhile(() -> awaitUninterruptibly(mayEnd));
    int before = node.computing.computations();
    Caller<Report<Volumes>> running = Caller.of(() -> node.volumes(ALL));
    running.awaitThatItWaits();
    List<Caller<Report<Volumes>>> later = Caller.many(20, _ -> node.newVolumes(ALL));
    Caller.awaitThatAllWait(later);
    mayEnd.countDown();
    long first = Node.number(running.answer());
    assertThat(later).extracting(caller -> Node.number(caller.answer())).containsOnly(first + 1);
    assertThat(node.computing.computations()).isEqualTo(before + 2);
  }

  @Test
  void a_failure_reaches_the_caller_and_is_not_kept() {
    RuntimeException failure = new IllegalStateException("no");
    node.computing.meanwhile(() -> {
      throw failure;
    });
    assertThatThrownBy(() -> node.volumes(ALL)).isSameAs(failure);
    assertThatThrownBy(() -> node.views.volumes(ALL, EVERYTHING, NEW)).isSameAs(failure);
    assertThat(redis.keys()).isEmpty();
    node.computing.meanwhile(() -> {});
    assertThat(node.volumes(ALL).cached()).isFalse();
  }

  @Test
  void a_failure_leaves_what_was_kept() {
    node.volumes(ALL);
    node.computing.meanwhile(() -> {
      throw new IllegalStateException("no");
    });
    assertThatThrownBy(() -> node.newVolumes(ALL)).hasMessage("no");
    assertThat(node.volumes(ALL).cached()).isTrue();
    assertThat(other.volumes(ALL).cached()).isTrue();
  }

  @Test
  void counts_how_it_went() {
    int misses = node.counted(LookUp.MISS);
    int near = node.counted(LookUp.NEAR);
    int hits = node.counted(LookUp.HIT);
    long computations = timed();
    node.volumes(ALL);
    node.volumes(ALL);
    node.volumes(ALL);
    node.forgetWhatIsNear();
    node.volumes(ALL);
    assertThat(node.counted(LookUp.MISS)).isEqualTo(misses + 1);
    assertThat(node.counted(LookUp.NEAR)).isEqualTo(near + 2);
    assertThat(node.counted(LookUp.HIT)).isEqualTo(hits + 1);
    assertThat(timed()).isEqualTo(computations + 1);
  }

  @Test
  void metrics_of_each_view_are_there_before_anybody_asks() {
    assertThat(node.meters.get("calllog.figures.cache").counters()).hasSize(25);
    assertThat(node.meters.get("calllog.figures.computation").timers()).hasSize(5);
    assertThat(
            node.meters
                .get("calllog.figures.cache")
                .tag("view", "summary")
                .tag("result", "rubbish")
                .counter()
                .count())
        .isZero();
  }

  @Test
  void keys_name_the_view_the_version_and_the_question() {
    node.views.callTimePerOfficer(ALL, new Visibility.Territory(UK), RECENT);
    assertThat(redis.keys())
        .singleElement()
        .asString()
        .matches(
            "calllog:figures:call-time-per-officer:[0-9a-f]{16}:from=2026-11-15;to=2026-11-22;"
                + "region=any;officers=\\[];sees=territory\\(\"EMEA/UK\"\\)");
  }

  private long timed() {
    return node.meters.get("calllog.figures.computation").tag("view", "volumes").timer().count();
  }

  private void assertSharedByNodes(Function<CallAnalyticsViews, Report<?>> question) {
    Report<?> computed = question.apply(node.views);
    assertThat(computed.cached()).isFalse();
    assertThat(question.apply(node.views)).isEqualTo(computed.fromCache());
    assertThat(question.apply(other.views)).isEqualTo(computed.fromCache());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
