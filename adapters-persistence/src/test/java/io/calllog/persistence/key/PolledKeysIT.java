package io.calllog.persistence.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.shared.Sha256;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.OnPostgres;
import io.calllog.persistence.region.RegionTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes: one changes keys, the other one reads them. */
@OnPostgres
class PolledKeysIT {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final AtomicLong nanoTime = new AtomicLong();
  private final PolledKeys other;
  private final Samples samples = new Samples();
  private final String hash = Sha256.hex(samples.token());
  private final ApiKey key = samples.key("PBX", samples.root());

  PolledKeysIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      RegionTree regions) {
    this.storage = storage;
    this.transactions = transactions;
    this.other = new PolledKeys(database, regions, nanoTime::get);
  }

  @BeforeEach
  void make_region() {
    write(() -> {
      storage.regions().lock();
      storage.regions().add(samples.region(samples.root()));
    });
    other.refresh();
  }

  @Test
  void a_new_key_is_known_at_its_first_use_by_all_requests() throws Exception {
    pass(Duration.ofSeconds(1));
    add();

    List<Callable<Boolean>> requests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      requests.add(this::isValid);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> request : threads.invokeAll(requests)) {
        assertThat(get(request)).isTrue();
      }
    }
  }

  @Test
  void unknown_keys_read_the_table_a_few_times_a_second() {
    pass(Duration.ofSeconds(1));
    assertThat(isValid()).isFalse();
    add();

    pass(Duration.ofMillis(249));
    assertThat(isValid()).as("read too recently").isFalse();
    pass(Duration.ofMillis(1));
    assertThat(isValid()).isTrue();
  }

  @Test
  void a_revoked_key_is_refused_from_the_next_poll() {
    add();
    other.refresh();
    write(() -> storage.keys().remove(key, Samples.NOW));

    assertThat(isValid()).as("nothing was read since").isTrue();
    other.refresh();
    assertThat(isValid()).isFalse();
    assertThat(storage.validKeys().use(hash, Samples.NOW)).isEmpty();
  }

  @Test
  void a_revoked_key_is_refused_after_five_seconds_if_polls_fail() {
    add();
    other.refresh();
    write(() -> storage.keys().remove(key, Samples.NOW));

    pass(Duration.ofSeconds(5));
    assertThat(isValid()).isTrue();
    pass(Duration.ofNanos(1));
    assertThat(isValid()).isFalse();
  }

  @Test
  void a_valid_key_is_read_from_the_database_if_polls_fail() {
    add();
    pass(Duration.ofMinutes(1));

    assertThat(isValid()).isTrue();
    assertThat(other.use(Sha256.hex("unknown"), Samples.NOW)).isEmpty();
  }

  @Test
  void the_region_is_the_current_one() {
    add();
    other.refresh();
    RegionId id = storage.regions().findSimilar(samples.root()).getFirst().id();
    write(() -> {
      storage.regions().lock();
      var moved =
          storage
              .regions()
              .find(id)
              .orElseThrow()
              .revise(
                  _ -> new RegionDetails(new RegionPath(samples.token() + "moved")),
                  List.of(),
                  Samples.NOW);
      storage.regions().move(moved, samples.root());
    });

    assertThat(other.use(hash, Samples.NOW).orElseThrow().region())
        .isEqualTo(storage.regions().find(id).orElseThrow().path());
  }

  @Test
  void the_last_use_is_stored_once_a_minute() {
    add();
    other.refresh();
    assertThat(lastUse()).isNull();

    assertThat(isValid()).isTrue();
    other.refresh();
    assertThat(lastUse()).isEqualTo(Samples.NOW);

    useAfter(59);
    assertThat(lastUse()).isEqualTo(Samples.NOW);
    useAfter(60);
    assertThat(lastUse()).isEqualTo(Samples.NOW.plusSeconds(60));
    other.refresh();
    assertThat(storage.keyViews().find(key.id()).orElseThrow().key().version()).isZero();
  }

  private void useAfter(int seconds) {
    assertThat(other.use(hash, Samples.NOW.plusSeconds(seconds))).isPresent();
    other.refresh(); // reads what was stored before, then stores
  }

  private boolean isValid() {
    return other.use(hash, Samples.NOW).isPresent();
  }

  private void add() {
    write(() -> storage.keys().add(key, hash, null));
  }

  private @Nullable Instant lastUse() {
    return storage.keyViews().find(key.id()).orElseThrow().lastUsedAt();
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private void write(Runnable work) {
    transactions.executeWithoutResult(_ -> work.run());
  }

  private static boolean get(Future<Boolean> request)
      throws InterruptedException, ExecutionException {
    return request.get();
  }
}
