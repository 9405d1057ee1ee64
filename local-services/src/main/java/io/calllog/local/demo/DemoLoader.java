package io.calllog.local.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Fills an empty database with the demo organisation, by COPY and in one transaction. */
final class DemoLoader {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

  private final DataSource database;
  private final InstantSource clock;

  DemoLoader(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Loads the organisation as it is today, unless anybody is there already.
   *
   * @return whether it was loaded
   */
  boolean loadIfEmpty() throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      if (!isEmpty(connection)) {
        return false;
      }
      Instant start = clock.instant();
      connection.setAutoCommit(false);
      load(connection, LocalDate.ofInstant(start, ZoneOffset.UTC));
      connection.commit();
      connection.setAutoCommit(true);
      try (var statement = connection.createStatement()) {
        statement.execute("ANALYZE officers, clients, calls");
      }
      long millis = Duration.between(start, clock.instant()).toMillis();
      LOG.info("Loaded the demo organisation in {} ms", millis);
      return true;
    }
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM officers)")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static void load(Connection connection, LocalDate date) throws SQLException, IOException {
    var hash =
        new PasswordHash(
            Objects.requireNonNull(new BCryptPasswordEncoder().encode(DemoOrganisation.PASSWORD)));
    var organisation = new DemoOrganisation(date, hash);
    copy(
        connection,
        "officers (id, name, email, email_key, phone, region, role, status, password_hash,"
            + " created_at, updated_at)",
        csv -> organisation.officers().forEach(officer -> write(csv, officer)));
    copy(
        connection,
        "clients (id, name, company, phone, email, address, region, status, owner_id, created_at,"
            + " updated_at)",
        csv -> organisation.clients().forEach(client -> write(csv, client)));
    copy(
        connection,
        "calls (id, officer_id, client_id, region, type, outcome, duration_seconds, started_at,"
            + " comment, logged_by, logged_at, updated_at)",
        csv -> new DemoCalls(date, organisation).forEach(call -> write(csv, call)));
  }

  /** Null is an empty field without quotes; an empty text, such as the root region, has quotes. */
  private static void copy(Connection connection, String columns, Consumer<CsvWriter> rows)
      throws SQLException, IOException {
    var out =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class), "COPY " + columns + " FROM STDIN (FORMAT csv)");
    try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(writer)) {
      rows.accept(csv);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(CsvWriter csv, Officer officer) {
    var details = officer.details();
    csv.writeRecord(
        officer.id().toString(),
        details.name().value(),
        details.email().value(),
        details.email().key(),
        details.phone() == null ? null : details.phone().value(),
        details.region().path(),
        details.role().name(),
        details.status().name(),
        officer.passwordHash().value(),
        officer.createdAt().toString(),
        officer.updatedAt().toString());
  }

  private static void write(CsvWriter csv, Client client) {
    var details = client.details();
    csv.writeRecord(
        client.id().toString(),
        details.name().value(),
        details.company() == null ? null : details.company().value(),
        details.phone() == null ? null : details.phone().value(),
        details.email() == null ? null : details.email().value(),
        details.address() == null ? null : details.address().value(),
        details.region().path(),
        details.status().name(),
        text(details.ownerId()),
        client.createdAt().toString(),
        client.updatedAt().toString());
  }

  private static void write(CsvWriter csv, Call call) {
    var facts = call.facts();
    csv.writeRecord(
        call.id().toString(),
        call.officerId().toString(),
        text(facts.clientId()),
        call.region().path(),
        facts.type().name(),
        facts.outcome().name(),
        String.valueOf(facts.durationSeconds().seconds()),
        facts.startedAt().toString(),
        facts.comment() == null ? null : facts.comment().value(),
        call.loggedBy().toString(),
        call.loggedAt().toString(),
        call.updatedAt().toString());
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
