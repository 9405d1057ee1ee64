package io.calllog.persistence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class PastSessionsIT extends StorageContract {

  private static final Duration DAY = Duration.ofDays(1);

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Storage storage;
  private final TransactionOperations transactions;
  private final PastSessions pastSessions;
  private final Duration lifetime;

  PastSessionsIT(
      Storage storage,
      TransactionOperations transactions,
      PastSessions pastSessions,
      TokenLifetimes lifetimes) {
    this.storage = storage;
    this.transactions = transactions;
    this.pastSessions = pastSessions;
    this.lifetime = lifetimes.refresh();
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
  void deletes_tokens_that_were_used_or_issued_before_their_lifetime() {
    Instant longAgo = now.minus(lifetime).minus(DAY);
    Instant recently = now.minus(lifetime).plus(DAY);
    RefreshToken unused = token("unused", longAgo, null);
    RefreshToken usedLongAgo = token("used long ago", longAgo, longAgo);
    RefreshToken usedRecently = token("used recently", longAgo, recently);
    RefreshToken recent = token("recent", recently, null);
    Officer anna = keep(samples.officer("Anna", samples.root()));
    doInTransaction(() -> {
      var id = new SessionId(samples.id(now));
      Session session = Session.begin(id, anna.id(), Origin.INTERNAL, now, lifetime);
      storage.sessions().add(session, unused);
      storage.sessions().rotate(session, unused, unspent(usedLongAgo));
      storage.sessions().rotate(session, usedLongAgo, unspent(usedRecently));
      storage.sessions().rotate(session, usedRecently, recent);
    });

    pastSessions.forget();

    assertThat(isKept(unused)).isFalse();
    assertThat(isKept(usedLongAgo)).isFalse();
    assertThat(isKept(usedRecently)).isTrue();
    assertThat(isKept(recent)).isTrue();
  }

  private RefreshToken token(String name, Instant issuedAt, @Nullable Instant spentAt) {
    return new RefreshToken(new RefreshSecret(samples.token() + name).hash(), issuedAt, spentAt);
  }

  private static RefreshToken unspent(RefreshToken token) {
    return new RefreshToken(token.hash(), token.issuedAt());
  }

  private boolean isKept(RefreshToken token) {
    return inTransaction(() -> storage.sessions().findForUpdate(token.hash()).isPresent());
  }
}
