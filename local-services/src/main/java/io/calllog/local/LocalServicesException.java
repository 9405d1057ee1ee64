package io.calllog.local;

import org.jspecify.annotations.Nullable;

/**
 * A local service is not available. The message and {@link #action()} are shown to the user without
 * a stack trace.
 */
public final class LocalServicesException extends RuntimeException {

  private final String action;

  /**
   * @param description what happened, in whole sentences
   * @param action what the user can do about it
   */
  public LocalServicesException(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  /** What the user can do about it. */
  public String action() {
    return action;
  }
}
