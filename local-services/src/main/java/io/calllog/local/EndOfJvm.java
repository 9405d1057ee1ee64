package io.calllog.local;

import java.time.Duration;
import org.springframework.boot.SpringApplication;

/**
 * Runs something when the JVM ends in an orderly way, but after all application contexts have
 * closed. Spring Boot's shutdown handlers come at the right time; they are only run in a JVM that
 * runs Spring applications, though, so a shutdown hook stands by for the others.
 */
final class EndOfJvm {

  /** The JVM starts all its hooks at once, so this is for a very busy machine. */
  private static final Duration SPRING_BEGINS = Duration.ofSeconds(10);

  private static volatile boolean applicationsRun;

  private EndOfJvm() {}

  /** This JVM runs Spring applications: they are waited for. */
  static void waitForApplications() {
    applicationsRun = true;
  }

  /** Runs the action at the end; it may be run twice. */
  static void run(Runnable action) {
    SpringApplication.getShutdownHandlers().add(action);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> standIn(action), "calllog-local-services"));
  }

  private static void standIn(Runnable action) {
    boolean handled =
        applicationsRun && Patience.waitUntil(EndOfJvm::springIsShuttingDown, SPRING_BEGINS);
    if (!handled) {
      action.run();
    }
  }

  /** Spring Boot lets nobody change its handlers any more once it has begun. */
  private static boolean springIsShuttingDown() {
    try {
      SpringApplication.getShutdownHandlers().remove(EndOfJvm::waitForApplications);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
