package io.calllog.application.shared;

/** The version that the caller's change was based on is no longer the current one. */
public final class VersionMismatch extends ServiceFailure {

  /** The precondition of the request does not hold. */
  public VersionMismatch() {
    super(
        "precondition-failed",
        "This has changed since the version you read. Read it again and retry.");
  }
}
