package io.calllog.persistence.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.auth.port.out.RevocationsContract;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.persistence.OnPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class PolledRevocationsIT extends RevocationsContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final AtomicLong nanoTime = new AtomicLong();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PolledRevocations own;
  private final PolledRevocations polling;

  PolledRevocationsIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      TokenLifetimes lifetimes,
      PolledRevocations polling) {
    this.transactions = transactions;
    this.polling = polling;
    this.own = new PolledRevocations(database, lifetimes, meters, nanoTime::get);
    this.storage =
        new Storage(
            storage.officers(),
            storage.officerViews(),
            storage.sessions(),
            storage.sessionViews(),
            storage.officerSessions(),
            own,
            storage.clients(),
            storage.clientViews(),
            storage.calls(),
            storage.callViews(),
            storage.callReferences(),
            storage.mergedClients(),
            storage.importMatches(),
            storage.followUps(),
            storage.followUpViews(),
            storage.reports(),
            storage.rollUp(),
            storage.trail(),
            storage.eraser(),
            storage.trailViews(),
            storage.officerCalls(),
            storage.regions(),
            storage.regionViews(),
            storage.regionKeys(),
            storage.subjectRegions(),
            storage.keys(),
            storage.keyViews(),
            storage.validKeys(),
            storage.targets(),
            storage.targetViews());
  }

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected void learn() {
    own.refresh();
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  @Test
  void sends_no_statements_between_polls() {
    Officer anna = samples.officer("Anna", samples.root());
    SessionId session = begin(anna);
    learn();
    assertThat(update(anna.withPassword(new PasswordHash("another"), Samples.NOW)).tokenVersion())
        .isEqualTo(1);
    nanoTime.addAndGet(Duration.ofSeconds(5).toNanos());

    assertThat(isRevoked(anna, 0, session)).as("learned with the next poll only").isFalse();
    assertThat(askedSingly()).isZero();
  }

  @Test
  void checks_each_token_in_the_database_while_polls_fail() {
    Officer anna = samples.officer("Anna", samples.root());
    SessionId session = begin(anna);
    SessionId ended = begin(anna);
    learn();
    assertThat(inTransaction(() -> storage.sessions().end(ended, anna.id(), Instant.now())))
        .isTrue();
    nanoTime.addAndGet(Duration.ofSeconds(5).toNanos() + 1);

    assertThat(isRevoked(anna, 0, session)).isFalse();
    assertThat(isRevoked(anna, 0, ended)).isTrue();
    assertThat(update(anna.withPassword(new PasswordHash("another"), Samples.NOW)).tokenVersion())
        .isEqualTo(1);
    assertThat(isRevoked(anna, 0, session)).isTrue();
    assertThat(askedSingly()).isEqualTo(3);
  }

  @Test
  void checks_each_token_in_the_database_before_the_first_poll() {
    Officer anna = samples.officer("Anna", samples.root());
    SessionId session = begin(anna);

    assertThat(isRevoked(anna, 0, session)).isFalse();
    assertThat(askedSingly()).isEqualTo(1);
  }

  @Test
  void polls_on_a_schedule() {
    Officer anna = samples.officer("Anna", samples.root());
    SessionId session = begin(anna);
    assertThat(update(anna.withPassword(new PasswordHash("another"), Samples.NOW)).tokenVersion())
        .isEqualTo(1);

    await().atMost(Duration.ofSeconds(5)).until(() -> polling.isRevoked(anna.id(), 0, session));
  }

  private double askedSingly() {
    return meters.counter("calllog.revocations.checked-in-database").count();
  }
}
