package io.calllog.local.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.local.ChildJvm;
import io.calllog.local.HoldingServices;
import io.calllog.local.SharedDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run of a whole application, as a person in front of a terminal sees it. */
class ApplicationRunIT {

  private Path directory;

  @BeforeEach
  void open() throws IOException {
    directory = SharedDirectory.empty();
  }

  @AfterEach
  void leaveNothingRunning() throws IOException {
    SharedDirectory.empty();
  }

  @Test
  void the_services_stop_after_the_application_has_answered_its_last_request() throws Exception {
    try (ChildJvm run = ChildJvm.run(StoringApplication.class, setting())) {
      run.waitFor("APPLICATION RUNS");
      run.terminate();
      assertThat(run.outputToTheEnd())
          .contains("LAST REQUEST ANSWERED")
          .doesNotContain("Exception");
      run.waitForEnd();
    }
  }

  @Test
  void a_second_run_says_what_to_do_and_shows_no_stack_trace() throws Exception {
    try (ChildJvm first = ChildJvm.run(HoldingServices.class, directory.toString());
        ChildJvm second = waitForServices(first)) {
      assertThat(second.outputToTheEnd())
          .contains("APPLICATION FAILED TO START")
          .contains("in use by another run (process " + first.pid() + ").")
          .contains("Stop that run, or give this one its own data")
          .doesNotContain("\tat ");
      first.terminate();
      first.waitForEnd();
    }
  }

  private ChildJvm waitForServices(ChildJvm first) throws Exception {
    first.waitFor("SERVICES RUN");
    return ChildJvm.run(StoringApplication.class, setting());
  }

  private String setting() {
    return "--calllog.local.directory=" + directory;
  }
}
