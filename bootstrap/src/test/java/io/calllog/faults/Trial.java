package io.calllog.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A fault under steady load, with what is expected of the answers. No call may be lost or doubled,
 * and no request may fail in another way than with 503.
 *
 * @param officers who log calls
 * @param slowest the limit of the slowest answer
 * @param recovery the limit of the time from the end of the fault to the last answer 503
 */
record Trial(Site site, List<Account> officers, Duration slowest, Duration recovery) {

  static final Path LOGS = Path.of("target/faults");
  static final Path TABLE = Path.of("target/faults.md");

  private static final int REQUESTS_PER_SECOND = Integer.getInteger("calllog.faults.rate", 60);
  private static final Duration BEFORE = Duration.ofSeconds(5);
  private static final Duration AFTER = Duration.ofSeconds(10);
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  /** Makes a part of the system fail, and returns when the fault is over. */
  interface Fault {
    void happen(SteadyLoad load) throws Exception;
  }

  /** Sends requests until the code of both nodes is compiled. */
  static void warmUp(Site site, List<Account> officers) {
    try (var load = load(site, officers)) {
      load.run(WARM_UP);
      load.finish();
    }
  }

  /** Adds a row with this name to the table. Fails if an expectation is not met. */
  void of(String name, Fault fault) throws Exception {
    try (var load = load(site, officers)) {
      load.run(BEFORE);
      Instant began = Instant.now();
      fault.happen(load);
      Instant over = Instant.now();
      load.run(AFTER);
      load.finish();
      Files.writeString(LOGS.resolve(name.replaceAll("\\W+", "-") + ".csv"), Row.log(load, began));
      Row row = Row.of(name, load, began, over, site.database());
      Files.writeString(TABLE, row.markdown(), StandardOpenOption.APPEND);
      assertThat(row.lost()).as("lost").isZero();
      assertThat(row.doubled()).as("doubled").isZero();
      assertThat(row.kindsOfOthers()).as("answers other than 2xx and 503").isEmpty();
      assertThat(row.slowest().took()).as(row.slowest().toString()).isLessThan(slowest);
      assertThat(row.recovery()).as("good again").isLessThanOrEqualTo(recovery);
    }
  }

  private static SteadyLoad load(Site site, List<Account> officers) {
    Accounts accounts = site.accounts();
    var load =
        new SteadyLoad(
            site.api(),
            officers.stream()
                .map(officer -> accounts.signIn(officer.email(), officer.password()))
                .toList());
    load.start(REQUESTS_PER_SECOND);
    return load;
  }
}
