package io.calllog.bootstrap.startup;

import org.springframework.boot.ExitCodeGenerator;

/** The application cannot start with its current configuration. */
final class StartUpFailure extends RuntimeException implements ExitCodeGenerator {

  private static final long serialVersionUID = 1L;

  private final String action;

  /**
   * Creates a failure for the operator.
   *
   * @param description what is wrong; must not contain secrets
   * @param action what the operator can do
   */
  StartUpFailure(String description, String action) {
    super(description);
    this.action = action;
  }

  String action() {
    return action;
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
