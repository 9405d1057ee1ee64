package io.calllog.local;

import org.jspecify.annotations.Nullable;

/**
 * The local services cannot be had. The message says what happened, {@link #action()} what a person
 * can do about it; both are written to be shown as they are, without a stack trace.
 */
public final class LocalServicesException extends RuntimeException {

  private final String action;

  /**
   * @param description what happened, in whole sentences
   * @param action what the person who started the application can do
   * @param cause what led to it, if there is more to tell
   */
  public LocalServicesException(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  /** What the person who started the application can do. */
  public String action() {
    return action;
  }
}
