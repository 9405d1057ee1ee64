package io.calllog.persistence.shared;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.shared.Export;
import io.calllog.persistence.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class ExportReaderIT {

  private final JdbcConnectionDetails database;

  ExportReaderIT(JdbcConnectionDetails database) {
    this.database = database;
  }

  /** Behind PgBouncer, the next transaction of a connection can reach another server process. */
  @ParameterizedTest
  @CsvSource({"0, 0", "5, 1"})
  void prepares_statements_only_if_the_driver_may(int prepareThreshold, int prepared) {
    var url = database.getJdbcUrl() + "?prepareThreshold=" + prepareThreshold;
    DataSource connections =
        new DriverManagerDataSource(
            url, requireNonNull(database.getUsername()), requireNonNull(database.getPassword()));
    List<Integer> rows = new ArrayList<>();

    int found =
        new TransactionTemplate(new JdbcTransactionManager(connections))
            .execute(_ -> {
              new ExportReader(connections)
                  .read(
                      "generate_series(1, 2500)",
                      "SELECT * FROM generate_series(1, 2500)",
                      new Parameters(),
                      (row, _) -> row.getInt(1),
                      Export.<Integer>unlimited(rows::add));
              return JdbcClient.create(connections)
                  .sql("SELECT count(*) FROM pg_prepared_statements")
                  .query(Integer.class)
                  .single();
            });

    assertThat(rows).hasSize(2500);
    assertThat(found).isEqualTo(prepared);
  }
}
