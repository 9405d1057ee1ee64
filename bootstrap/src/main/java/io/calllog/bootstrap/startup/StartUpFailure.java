package io.calllog.bootstrap.startup;

import org.springframework.boot.ExitCodeGenerator;

/** The application cannot start because of how it is set up; says what is wrong and what to do. */
final class StartUpFailure extends RuntimeException implements ExitCodeGenerator {

  private static final long serialVersionUID = 1L;

  private final String action;

  /**
   * A start that cannot go on.
   *
   * @param description what is wrong, for the operator; holds no secret
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
