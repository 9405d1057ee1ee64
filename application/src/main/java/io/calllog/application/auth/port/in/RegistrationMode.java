package io.calllog.application.auth.port.in;

/** Who may make an account for themselves. */
public enum RegistrationMode {
  /** Everybody, and they can start at once. */
  OPEN,
  /** Everybody, and an administrator activates the account. */
  APPROVAL,
  /** Nobody. */
  CLOSED
}
