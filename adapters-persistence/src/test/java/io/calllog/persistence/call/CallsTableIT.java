package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.OnPostgres;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Constraints and partition pruning of the table {@code calls}. */
@OnPostgres
class CallsTableIT {

  private static final Pattern PARTITION = Pattern.compile(" on (calls_(?:before_)?\\d{4}_\\d{2})");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'calls_'uuuu_MM", Locale.ROOT);

  private final Samples samples = new Samples();
  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;

  CallsTableIT(Storage storage, TransactionOperations transactions, JdbcClient database) {
    this.storage = storage;
    this.transactions = transactions;
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400_001, 86_400_001})
  void rejects_an_id_whose_time_is_over_a_day_from_the_start(long millis) {
    Instant start = Samples.NOW;

    assertRefused(samples.id(start.plusMillis(millis)), start);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 8})
  void rejects_an_id_of_another_version(int version) {
    UUID id = samples.id(Samples.NOW);
    long high = (id.getMostSignificantBits() & ~0xF000L) | ((long) version << 12);

    assertRefused(new UUID(high, id.getLeastSignificantBits()), Samples.NOW);
  }

  @Test
  void rejects_an_id_of_another_variant() {
    UUID id = samples.id(Samples.NOW);
    long low = id.getLeastSignificantBits() | (3L << 62);

    assertRefused(new UUID(id.getMostSignificantBits(), low), Samples.NOW);
  }

  @Test
  void reports_a_missing_partition() {
    Officer officer = keptOfficer();
    Call call = samples.call(officer, Instant.parse("2100-01-01T00:00:00Z"));

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> add(call))
        .withMessageContaining("no partition of relation \"calls\" found");
  }

  @Test
  void reads_a_page_of_some_days_from_their_partitions_only() {
    YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(3);
    Officer officer = keptOfficer();

    assertThat(partitionsRead(officer, month.atDay(3), month.atDay(25)))
        .containsExactly(NAME.format(month));
    assertThat(partitionsRead(officer, month.atDay(1), month.atDay(25)))
        .containsExactly(NAME.format(month.minusMonths(1)), NAME.format(month));
    assertThat(partitionsRead(officer, month.atDay(3), month.plusMonths(1).atDay(1)))
        .containsExactly(NAME.format(month), NAME.format(month.plusMonths(1)));
  }

  /** Sorted by name. */
  private Set<String> partitionsRead(Officer officer, LocalDate from, LocalDate to) {
    var window = new CallWindow(midnight(from), midnight(to));
    var statement =
        CallListStatement.of(
            new CallList(
                CallFilter.ALL.of(officer.id()),
                new Reach(null, null, null),
                new Reach(null, null, null),
                CallOrder.LATEST_FIRST,
                null,
                window,
                51),
            window);
    List<String> plan =
        database
            .sql("EXPLAIN (COSTS OFF) " + statement.sql())
            .params(statement.parameters())
            .query((row, _) -> row.getString(1))
            .list();
    return plan.stream()
        .flatMap(line -> PARTITION.matcher(line).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void assertRefused(UUID id, Instant start) {
    Officer officer = keptOfficer();
    Call call = samples.call(new CallId(id), officer, samples.facts(null, start));

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> add(call))
        .satisfies(e -> assertThat(Violations.violates(e, "calls_id_near_start")).isTrue());
  }

  private Officer keptOfficer() {
    Officer officer = samples.officer("Anna", RegionPath.ROOT);
    transactions.executeWithoutResult(_ -> storage.officers().add(officer));
    return officer;
  }

  private void add(Call call) {
    transactions.executeWithoutResult(
        _ -> assertThat(storage.calls().addAbsent(List.of(new NewCall(call, null)))).hasSize(1));
  }
}
