package io.calllog.application.shared;

/** The current version is not one that the caller expected. */
public final class VersionMismatch extends ServiceFailure {

  public VersionMismatch() {
    super(
        "precondition-failed",
        "The resource has changed since you read it. Read it again and retry.");
  }
}
