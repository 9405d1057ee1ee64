package io.calllog.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.OnPostgres;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** A change and its audit entry are committed together or not at all. */
@OnPostgres
class AuditRollbackIT {

  private final Samples samples = new Samples();
  private final Client client = samples.client("Acme", RegionPath.ROOT);
  private final Storage storage;
  private final TransactionOperations transactions;

  AuditRollbackIT(Storage storage, TransactionOperations transactions) {
    this.storage = storage;
    this.transactions = transactions;
  }

  @Test
  void a_change_that_is_rolled_back_leaves_no_entry() {
    transactions.executeWithoutResult(transaction -> {
      storage.clients().add(client);
      storage.trail().record(entry());
      transaction.setRollbackOnly();
    });

    assertThat(lines()).isZero();
    assertThat(storage.clientViews().find(client.id(), Visibility.EVERYTHING)).isEmpty();
  }

  @Test
  void an_entry_requires_a_transaction() {
    var officer = samples.officer("Anna", samples.root());
    var admin = new ActorId(samples.id(Samples.NOW));
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> storage.trail().record(entry()));
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() ->
            storage
                .eraser()
                .blankAuditValues(SubjectType.CLIENT, client.id().value(), admin, Samples.NOW));
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() ->
            storage
                .eraser()
                .eraseComments(SubjectType.CLIENT, client.id().value(), null, admin, Samples.NOW));
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> storage.clients().erase(client, Samples.NOW));
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> storage.officers().erase(officer, Samples.NOW));
  }

  private AuditEntry entry() {
    return AuditEntry.bySystem(
        Samples.NOW,
        AuditAction.CLIENT_CREATED,
        Subject.of(client),
        FieldChanges.between(null, client.details()));
  }

  private int lines() {
    var filter =
        new AuditFilter(Set.of(), Set.of(), client.id().value(), Set.of(), null, null, null);
    return storage.trailViews().list(filter, Visibility.EVERYTHING, Paging.first()).items().size();
  }
}
