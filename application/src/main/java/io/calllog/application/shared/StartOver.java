package io.calllog.application.shared;

/** A copy cannot be kept in step from where the cursor is. It has to be filled again. */
public final class StartOver extends ServiceFailure {

  public StartOver() {
    super(
        "start-over",
        "What you see has changed, or the cursor is too old. Read everything again without a cursor.");
  }
}
