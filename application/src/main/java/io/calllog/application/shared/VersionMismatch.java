package io.calllog.application.shared;

/** The version that the caller's change was based on is no longer the current one. */
public final class VersionMismatch extends ServiceFailure {

  /** The precondition of the request does not hold. */
  public VersionMismatch() {
    super(
        "precondition-failed",
        "The resource has changed since you read it. Read it again and retry.");
  }
}
