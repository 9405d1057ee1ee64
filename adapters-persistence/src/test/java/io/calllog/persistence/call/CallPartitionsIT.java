package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class CallPartitionsIT extends StorageContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final DataSource dataSource;

  CallPartitionsIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      DataSource dataSource) {
    this.storage = storage;
    this.transactions = transactions;
    this.database = database;
    this.dataSource = dataSource;
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
  void are_there_for_two_years_after_the_start() {
    assertThat(ensure(24)).isZero();
    assertThat(partitions()).isGreaterThanOrEqualTo(1 + 12 + 1 + 24);
  }

  @Test
  void are_made_once_when_several_nodes_start_together() {
    long before = partitions();
    Callable<Integer> node = () -> ensure(30);

    int made = allAtOnce(Collections.nCopies(4, node)).stream().mapToInt(Integer::intValue).sum();

    assertThat(made).isPositive();
    assertThat(partitions()).isEqualTo(before + made);
    assertThat(ensure(30)).isZero();
  }

  @Test
  void are_made_while_others_read_and_log_calls() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Call call = samples.call(officer, Samples.NOW);
    doInTransaction(() -> {
      assertThat(storage.calls().find(call.id())).isEmpty();
      assertThat(storage.calls().addIfAbsent(call, null)).isTrue();

      assertThat(meanwhile(() -> ensure(36))).isPositive();
    });
    assertThat(storage.calls().find(call.id())).isPresent();
  }

  @Test
  void are_refused_for_an_absurd_number_of_months() {
    assertThatThrownBy(() -> ensure(0)).hasMessageContaining("from 1 to 120");
    assertThatThrownBy(() -> ensure(121)).hasMessageContaining("from 1 to 120");
  }

  @Test
  void need_not_be_made_now_for_a_node_to_start() {
    doInTransaction(() -> {
      database
          .sql("SELECT pg_advisory_xact_lock(hashtextextended('ensure_call_partitions', 0))::text")
          .query(String.class)
          .single();

      assertThat(meanwhile(this::nodeStarts)).isTrue();
    });
  }

  @Test
  void must_exist_for_this_month_and_the_next_for_a_node_to_start() throws SQLException {
    try (Connection elsewhere = dataSource.getConnection()) {
      var here = JdbcClient.create(new SingleConnectionDataSource(elsewhere, true));
      here.sql("SET search_path TO pg_catalog").update();

      assertThatIllegalStateException()
          .isThrownBy(() -> new CallPartitions(here).afterPropertiesSet())
          .withMessageContaining("partitions are missing");

      here.sql("RESET search_path").update();
    }
  }

  private boolean nodeStarts() {
    assertThatCode(() -> new CallPartitions(database).afterPropertiesSet())
        .doesNotThrowAnyException();
    return true;
  }

  private int ensure(int monthsAhead) {
    return database
        .sql("SELECT ensure_call_partitions(:months)")
        .param("months", monthsAhead)
        .query(Integer.class)
        .single();
  }

  private long partitions() {
    return database
        .sql("SELECT count(*) FROM pg_inherits WHERE inhparent = 'calls'::regclass")
        .query(Long.class)
        .single();
  }
}
