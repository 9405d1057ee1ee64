package io.calllog.application.auth.port.in;

/** Whether people can register accounts themselves. */
public enum RegistrationMode {
  /** Accounts are active at once. */
  OPEN,
  /** An administrator has to activate the account. */
  APPROVAL,
  /** Registration is disabled. */
  CLOSED
}
