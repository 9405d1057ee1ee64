package io.calllog.persistence.imports;

import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.Import;
import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.port.out.ImportRepository;
import io.calllog.application.shared.ImportId;
import io.calllog.persistence.shared.Times;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcImportRepository implements ImportRepository {

  private final JdbcClient database;
  private final JdbcTemplate template;
  private final ImportRowMapper mapper = new ImportRowMapper();

  JdbcImportRepository(JdbcClient database, JdbcTemplate template) {
    this.database = database;
    this.template = template;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(Import added) {
    database
        .sql(
            """
            INSERT INTO imports (id, kind, dry_run, columns, state, rows_total, rows_read, rows_accepted,
                                 rows_unchanged, rows_rejected, created_by, created_at)
            VALUES (:id, :kind, :dryRun, :columns, 'RECEIVING', 0, 0, 0, 0, 0, :createdBy, :createdAt)
            """)
        .param("id", added.id().value())
        .param("kind", added.kind().toString())
        .param("dryRun", added.dryRun())
        .param("columns", added.columns().toArray(String[]::new))
        .param("createdBy", added.createdBy().value())
        .param("createdAt", Times.parameter(added.createdAt()))
        .update();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void store(ImportId id, long first, List<FileRow> rows) {
    database
        .sql(
            """
            INSERT INTO import_parts (import_id, first_row, rows) VALUES (:id, :first, :rows)
            ON CONFLICT DO NOTHING
            """)
        .param("id", id.value())
        .param("first", first)
        .param("rows", FileRows.write(rows))
        .update();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean received(Import complete) {
    return database
            .sql(
                """
                UPDATE imports SET state = :state, rows_total = :total WHERE id = :id AND state = 'RECEIVING'
                """)
            .param("state", complete.state().name())
            .param("total", complete.rowsTotal())
            .param("id", complete.id().value())
            .update()
        > 0;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void discard(ImportId id) {
    database
        .sql("DELETE FROM imports WHERE id = :id AND state = 'RECEIVING'")
        .param("id", id.value())
        .update();
  }

  @Override
  public Optional<Import> find(ImportId id) {
    return find(id, "");
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Import> findForUpdate(ImportId id) {
    return find(id, "FOR NO KEY UPDATE");
  }

  private Optional<Import> find(ImportId id, String lock) {
    return database
        .sql("SELECT * FROM imports WHERE id = :id AND state <> 'RECEIVING' " + lock)
        .param("id", id.value())
        .query(mapper)
        .optional();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void update(Import changed) {
    database
        .sql(
            """
            UPDATE imports
            SET state = :state, rows_read = :read, rows_accepted = :accepted, rows_unchanged = :unchanged,
                rows_rejected = :rejected, started_at = :startedAt, finished_at = :finishedAt, error = :error
            WHERE id = :id
            """)
        .param("state", changed.state().name())
        .param("read", changed.rowsRead())
        .param("accepted", changed.rowsAccepted())
        .param("unchanged", changed.rowsUnchanged())
        .param("rejected", changed.rowsRejected())
        .param("startedAt", time(changed.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("finishedAt", time(changed.finishedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("error", changed.error(), Types.VARCHAR)
        .param("id", changed.id().value())
        .update();
    if (changed.state().isFinal()) {
      database
          .sql("DELETE FROM import_parts WHERE import_id = :id")
          .param("id", changed.id().value())
          .update();
    }
  }

  @Override
  public List<FileRow> next(ImportId id, long read) {
    record Part(long first, String rows) {}

    return database
        .sql(
            """
            SELECT first_row, rows FROM import_parts WHERE import_id = :id AND first_row <= :read
            ORDER BY first_row DESC LIMIT 1
            """)
        .param("id", id.value())
        .param("read", read)
        .query((row, _) -> new Part(row.getLong("first_row"), row.getString("rows")))
        .optional()
        .map(part -> {
          List<FileRow> rows = FileRows.read(part.rows());
          return rows.subList((int) Math.min(rows.size(), read - part.first()), rows.size());
        })
        .orElse(List.of());
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void reject(ImportId id, List<RejectedRow> errors) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      RejectedRow error = errors.get(i);
      rows.add(
          new @Nullable Object[] {
            id.value(),
            error.row().line(),
            i,
            error.column(),
            error.code(),
            error.message(),
            FileRows.write(List.of(error.row()))
          });
    }
    template.batchUpdate(
        """
        INSERT INTO import_errors (import_id, line, place, column_name, code, message, row)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        rows,
        new int[] {
          Types.OTHER,
          Types.BIGINT,
          Types.INTEGER,
          Types.VARCHAR,
          Types.VARCHAR,
          Types.VARCHAR,
          Types.VARCHAR
        });
  }

  private static @Nullable Object time(@Nullable Instant instant) {
    return instant == null ? null : Times.parameter(instant);
  }
}
