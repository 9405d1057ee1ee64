package io.calllog.persistence.shared;

import io.calllog.application.shared.Export;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of an export. They are read a thousand at a time by a cursor, so their number does not
 * matter.
 *
 * @param from the table and the conditions, without the keyword FROM
 * @param sql the statement that reads the rows in order
 * @param parameters those of the table and of the statement
 */
public record ExportedRows(String from, String sql, Parameters parameters) {

  private static final int FETCH_SIZE = 1_000;

  /** Counts the rows if necessary, and passes them on. */
  public <T> void passOn(JdbcClient database, RowMapper<T> mapper, Export<T> export) {
    if (export.isLimited()) {
      export.requireAtMostMaximum(count(database, export.maximum() + 1));
    }
    database
        .sql(sql)
        .withFetchSize(FETCH_SIZE)
        .params(parameters.byName())
        .query(row -> {
          export.items().accept(mapper.mapRow(row, 0));
        });
  }

  private long count(JdbcClient database, long limit) {
    return database
        .sql("SELECT count(*) FROM (SELECT 1 FROM %s LIMIT %d) counted".formatted(from, limit))
        .params(parameters.byName())
        .query(Long.class)
        .single();
  }
}
