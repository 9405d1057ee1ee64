package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerProcessTest {

  @TempDir Path folder;
  private Process process;

  @BeforeEach
  void startSomethingThatLasts() throws IOException {
    process = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void a_process_with_one_of_our_executables_is_ended() throws IOException {
    Path pidFile = pidFile(Long.toString(process.pid()));
    Path ours = Path.of(process.info().command().orElseThrow());
    ServerProcess.endLeftover(pidFile, ours);
    // A moment may pass between its end and Java's hearing of it.
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void a_process_that_got_the_number_by_chance_lives_on() throws IOException {
    Path pidFile = pidFile(Long.toString(process.pid()));
    ServerProcess.endLeftover(pidFile, folder);
    assertThat(process.isAlive()).isTrue();
    assertThat(pidFile).as("it would keep PostgreSQL from starting").doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "not a number", "999999999999"})
  void a_pid_file_without_a_process_is_removed(String content) throws IOException {
    Path pidFile = pidFile(content);
    ServerProcess.endLeftover(pidFile, folder);
    assertThat(pidFile).doesNotExist();
  }

  private Path pidFile(String content) throws IOException {
    return Files.writeString(folder.resolve("pid"), content);
  }
}
