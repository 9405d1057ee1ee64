package io.calllog.application.shared;

/** The current version is not one that the caller expected. */
public final class VersionMismatch extends ServiceFailure {

  public VersionMismatch() {
    super(
        "precondition-failed",
        "This has changed since the version you read. Read it again and retry.");
  }
}
