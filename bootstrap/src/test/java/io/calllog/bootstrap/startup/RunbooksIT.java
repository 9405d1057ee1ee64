package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Processes;
import io.calllog.api.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of {@code docs/runbooks.md} do what the page says, except those for backups, which
 * need the programs of PostgreSQL 18. Needs curl, jq, openssl, psql and redis-cli.
 */
@Tag("runbooks")
class RunbooksIT {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(15);

  @TempDir private Path directory;

  @Test
  void the_scripts_of_the_runbooks_work() throws Exception {
    var services = Services.running();
    Path output = directory.resolve("output.txt");
    var builder =
        new ProcessBuilder(
                "../deploy/runbooks/try.sh",
                Files.createDirectory(directory.resolve("run")).toString(),
                Objects.requireNonNull(System.getProperty("calllog.jar"), "run by Maven"),
                "rights",
                "signing-key",
                "database-login",
                "redis-password",
                "api-key",
                "password",
                "certificate",
                "month")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Processes.withoutSettings(builder)
        .environment()
        .putAll(
            Map.of(
                "PGHOST", services.host(),
                "PGPORT", String.valueOf(services.port()),
                "PGUSER", services.superuser(),
                "PGPASSWORD", services.superuserPassword(),
                "REDIS_URL", services.redisUrl(),
                "JAVA_HOME", System.getProperty("java.home"),
                "CALLLOG_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1",
                "TRY_NODES", "1"));
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended).as(Files.readString(output)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
