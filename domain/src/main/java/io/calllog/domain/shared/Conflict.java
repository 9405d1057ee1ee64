package io.calllog.domain.shared;

/** The request conflicts with the stored data or with a concurrent change. */
public final class Conflict extends Failure {

  /** Creates the failure. The message must not name anything the caller may not see. */
  public Conflict(String code, String message) {
    super(code, message);
  }

  /** A concurrent change of the same object. A retry may succeed. */
  public static Conflict lostRace() {
    return new Conflict(
        "lost-race", "The resource was changed at the same time. Read it again and retry.");
  }
}
