package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class CallMetricsIT extends StorageContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final MeterRegistry meters;

  CallMetricsIT(Storage storage, TransactionOperations transactions, MeterRegistry meters) {
    this.storage = storage;
    this.transactions = transactions;
    this.meters = meters;
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
  void count_calls_when_their_transaction_has_committed() {
    List<NewCall> calls = calls();
    double logged = count("calllog.calls.logged");
    double repeated = count("calllog.calls.repeated");
    double transactionsBefore = meters.get("calllog.calls.per.transaction").summary().count();

    assertThatThrownBy(() ->
            inTransaction(() -> {
              storage.calls().addAbsent(calls);
              throw new IllegalStateException("rolled back");
            }))
        .hasMessage("rolled back");
    assertThat(count("calllog.calls.logged")).isEqualTo(logged);

    inTransaction(() -> storage.calls().addAbsent(calls));
    assertThat(count("calllog.calls.logged")).isEqualTo(logged + 2);
    assertThat(count("calllog.calls.repeated")).isEqualTo(repeated);

    inTransaction(() -> storage.calls().addAbsent(calls));
    assertThat(count("calllog.calls.logged")).isEqualTo(logged + 2);
    assertThat(count("calllog.calls.repeated")).isEqualTo(repeated + 2);
    assertThat(meters.get("calllog.calls.per.transaction").summary().count())
        .isEqualTo((long) transactionsBefore + 2);
  }

  private List<NewCall> calls() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    return List.of(
        new NewCall(samples.call(anna, Samples.NOW), null),
        new NewCall(samples.call(anna, Samples.NOW), null));
  }

  private double count(String counter) {
    return meters.get(counter).counter().count();
  }
}
