package io.calllog.api.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches for a text in every column of every table. */
final class ErasedData {

  private final JdbcClient database;

  ErasedData(JdbcClient database) {
    this.database = database;
  }

  /** The tables that contain the text in any column, in any case. */
  List<String> tablesWith(String text) {
    return database
        .sql(
            """
            SELECT format('%I', tablename) FROM pg_tables
            WHERE schemaname = current_schema() AND tablename <> 'flyway_schema_history'
            """)
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list()
        .stream()
        .filter(table -> holds(table, text))
        .toList();
  }

  private boolean holds(String table, String text) {
    return database
        .sql(
            "SELECT EXISTS (SELECT FROM %s WHERE strpos(lower(to_jsonb(%s)::text), :text) > 0)"
                .formatted(table, table))
        .param("text", text.toLowerCase(java.util.Locale.ROOT))
        .query(Boolean.class)
        .single();
  }
}
