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
  void startProcess() throws IOException {
    process = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void endProcess() {
    process.destroyForcibly();
  }

  @Test
  void ends_a_process_that_runs_one_of_our_executables() throws IOException {
    Path pidFile = pidFile(Long.toString(process.pid()));
    Path executable = Path.of(process.info().command().orElseThrow());
    ServerProcess.endLeftover(pidFile, executable);
    // Java may notice the end a moment later.
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void leaves_a_process_that_runs_another_executable_alone() throws IOException {
    Path pidFile = pidFile(Long.toString(process.pid()));
    ServerProcess.endLeftover(pidFile, folder);
    assertThat(process.isAlive()).isTrue();
    assertThat(pidFile).as("would prevent a start of PostgreSQL").doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "not a number", "999999999999"})
  void deletes_a_pid_file_without_a_process(String content) throws IOException {
    Path pidFile = pidFile(content);
    ServerProcess.endLeftover(pidFile, folder);
    assertThat(pidFile).doesNotExist();
  }

  private Path pidFile(String content) throws IOException {
    return Files.writeString(folder.resolve("pid"), content);
  }
}
