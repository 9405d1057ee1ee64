package io.calllog.cache.analytics;

import static io.calllog.cache.analytics.Samples.ALL;
import static io.calllog.cache.analytics.Samples.ANN;
import static io.calllog.cache.analytics.Samples.BEN;
import static io.calllog.cache.analytics.Samples.FILTER;
import static io.calllog.cache.analytics.Samples.UK;
import static io.calllog.cache.analytics.Samples.seenBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OutcomesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.cache.analytics.CacheMetrics.Result;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import io.calllog.local.RedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoLevelCacheIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private static Path directory;
  private static LocalServices services;
  private static String url;

  private RedisContent redis;
  private Node node;
  private Node other;
  private int computationsBefore;

  @BeforeAll
  static void start_redis() {
    services = LocalServices.in(directory, DataLifetime.ONE_RUN);
    RedisConnection connection = services.redis();
    url =
        "redis://:%s@%s:%s".formatted(connection.password(), connection.host(), connection.port());
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
    computationsBefore = node.computations() + other.computations();
  }

  @AfterEach
  void stop_nodes() {
    node.close();
    other.close();
    redis.close();
  }

  @Test
  void computes_the_first_answer_and_then_reads_it_from_this_process_and_from_redis() {
    ReportAnswer computed = node.recent(ALL);
    assertThat(computed.cached()).isFalse();
    assertSame(node.recent(ALL), computed.fromCache());
    assertSame(other.recent(ALL), computed.fromCache());
    assertSame(other.recent(ALL), computed.fromCache());
    assertThat(node.computations() + other.computations()).isEqualTo(computationsBefore + 1);
  }

  @Test
  void keeps_an_answer_for_each_key() {
    var filter = new ReportFilter(FILTER.range(), UK, Set.of(ANN));
    Paging<ByName> paging = new Paging<>(9, new ByName("\"ann\"", ANN.value()), true);
    List<ReportCache.Key> keys =
        List.of(
            ALL,
            seenBy(Visibility.of(Territory.of(UK))),
            seenBy(Visibility.ownedBy(ANN)),
            seenBy(new Part(Territory.of(UK), ANN)),
            new ReportCache.Key(ALL.question(), ALL.visibility(), 7, "application/json"),
            new ReportCache.Key(ALL.question(), ALL.visibility(), 8, "text/csv"),
            new ReportCache.Key(new VolumesQuestion(filter), ALL.visibility(), 7, "text/csv"),
            new ReportCache.Key(new OutcomesQuestion(FILTER), ALL.visibility(), 7, "text/csv"),
            new ReportCache.Key(
                new SummaryQuestion(FILTER, false, Set.of()), ALL.visibility(), 7, "text/csv"),
            new ReportCache.Key(
                new SummaryQuestion(FILTER, true, Set.of()), ALL.visibility(), 7, "text/csv"),
            new ReportCache.Key(
                new OfficerDaysQuestion(FILTER, false, Paging.first()),
                ALL.visibility(),
                7,
                "text/csv"),
            new ReportCache.Key(
                new OfficerDaysQuestion(FILTER, false, paging), ALL.visibility(), 7, "text/csv"));
    List<Integer> computed = keys.stream().map(key -> Node.number(node.recent(key))).toList();
    assertThat(computed).doesNotHaveDuplicates();
    assertThat(redis.keys()).hasSameSizeAs(keys);
    assertThat(keys.stream().map(key -> Node.number(other.recent(key))).toList())
        .isEqualTo(computed);
  }

  @Test
  void ignores_the_order_of_officers_in_a_key() {
    for (List<OfficerId> officers : List.of(List.of(ANN, BEN), List.of(BEN, ANN))) {
      var filter = new ReportFilter(FILTER.range(), null, new LinkedHashSet<>(officers));
      node.fresh(new ReportCache.Key(new VolumesQuestion(filter), ALL.visibility(), 7, "text/csv"));
    }
    assertThat(redis.keys()).hasSize(1);
  }

  @Test
  void keeps_an_answer_in_this_process_for_a_second() {
    node.recent(ALL);
    redis.clear();
    node.time.pass(Duration.ofMillis(999));
    assertThat(node.recent(ALL).cached()).isTrue();
    node.time.pass(Duration.ofMillis(1));
    assertThat(node.recent(ALL).cached()).isFalse();
  }

  @Test
  void keeps_an_answer_from_redis_in_this_process_for_a_second() {
    node.recent(ALL);
    assertThat(other.recent(ALL).cached()).isTrue();
    redis.clear();
    other.time.pass(Duration.ofMillis(999));
    assertThat(other.recent(ALL).cached()).isTrue();
    other.time.pass(Duration.ofMillis(1));
    assertThat(other.recent(ALL).cached()).isFalse();
  }

  @Test
  void reduces_the_time_to_live_by_a_tenth_at_most() {
    for (int i = 0; i < 40; i++) {
      node.recent(Samples.key(i));
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
  void subtracts_the_time_of_the_computation_from_the_time_to_live() {
    node.duringComputations(() -> node.time.pass(Duration.ofSeconds(30)));
    node.recent(ALL);
    assertThat(redis.timeToLive(redis.keys().getFirst())).isLessThan(Duration.ofSeconds(31));
  }

  @Test
  void does_not_keep_an_answer_whose_computation_took_longer_than_the_time_to_live() {
    node.duringComputations(() -> node.time.pass(MINUTE));
    assertThat(node.recent(ALL).cached()).isFalse();
    assertThat(redis.keys()).isEmpty();
    assertThat(node.recent(ALL).cached()).isFalse();
  }

  @Test
  void entries_in_redis_expire() {
    try (Node hasty = Node.patient(url, Duration.ofMillis(300))) {
      hasty.awaitRedis();
      redis.clear();
      hasty.recent(ALL);
      await().until(() -> redis.keys().isEmpty());
    }
  }

  @Test
  void one_computation_serves_fifty_callers() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    node.duringComputations(() -> awaitUninterruptibly(mayEnd));
    int before = node.computations();
    List<Caller<ReportAnswer>> callers = Caller.many(50, _ -> node.recent(ALL));
    Caller.awaitThatAllWait(callers);
    mayEnd.countDown();
    assertThat(callers).extracting(caller -> caller.answer().cached()).containsOnly(false);
    assertThat(node.computations()).isEqualTo(before + 1);
  }

  @Test
  void a_new_answer_replaces_the_cached_one() {
    int former = Node.number(node.recent(ALL));
    ReportAnswer computed = node.fresh(ALL);
    assertThat(computed.cached()).isFalse();
    assertThat(Node.number(computed)).isGreaterThan(former);
    assertSame(node.recent(ALL), computed.fromCache());
    assertSame(other.recent(ALL), computed.fromCache());
  }

  @Test
  void callers_that_need_a_new_answer_share_the_computation_after_the_running_one() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    node.duringComputations(() -> awaitUninterruptibly(mayEnd));
    int before = node.computations();
    Caller<ReportAnswer> running = Caller.of(() -> node.recent(ALL));
    running.awaitThatItWaits();
    List<Caller<ReportAnswer>> later = Caller.many(20, _ -> node.fresh(ALL));
    Caller.awaitThatAllWait(later);
    mayEnd.countDown();
    int first = Node.number(running.answer());
    assertThat(later).extracting(caller -> Node.number(caller.answer())).containsOnly(first + 1);
    assertThat(node.computations()).isEqualTo(before + 2);
  }

  @Test
  void does_not_keep_a_failure() {
    RuntimeException failure = new IllegalStateException("no");
    node.duringComputations(() -> {
      throw failure;
    });
    assertThatThrownBy(() -> node.recent(ALL)).isSameAs(failure);
    assertThatThrownBy(() -> node.fresh(ALL)).isSameAs(failure);
    assertThat(redis.keys()).isEmpty();
    node.duringComputations(() -> {});
    assertThat(node.recent(ALL).cached()).isFalse();
  }

  @Test
  void keeps_the_cached_answer_when_a_computation_fails() {
    node.recent(ALL);
    node.duringComputations(() -> {
      throw new IllegalStateException("no");
    });
    assertThatThrownBy(() -> node.fresh(ALL)).hasMessage("no");
    assertThat(node.recent(ALL).cached()).isTrue();
    assertThat(other.recent(ALL).cached()).isTrue();
  }

  @Test
  void counts_look_ups_and_computations() {
    int misses = node.counted(Result.MISS);
    int near = node.counted(Result.NEAR);
    int hits = node.counted(Result.HIT);
    long computations = timed();
    node.recent(ALL);
    node.recent(ALL);
    node.recent(ALL);
    node.expireNear();
    node.recent(ALL);
    assertThat(node.counted(Result.MISS)).isEqualTo(misses + 1);
    assertThat(node.counted(Result.NEAR)).isEqualTo(near + 2);
    assertThat(node.counted(Result.HIT)).isEqualTo(hits + 1);
    assertThat(timed()).isEqualTo(computations + 1);
  }

  @Test
  void keys_in_redis_name_the_report() {
    node.recent(ALL);
    assertThat(redis.onlyKey()).startsWith("calllog:figures:1:volumes:Everything:{\"question\":{");
  }

  private long timed() {
    return node.meters.get("calllog.figures.computation").tag("view", "volumes").timer().count();
  }

  private static void assertSame(ReportAnswer answer, ReportAnswer expected) {
    assertThat(answer).usingRecursiveComparison().isEqualTo(expected);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
