package io.calllog.domain.shared;

/** The request is valid but collides with what is already there, or lost a race against another. */
public final class Conflict extends Failure {

  /**
   * A conflict with a stable code and an explanation.
   *
   * @param code kebab-case, see {@link Failure#code()}
   * @param message shown to the caller; names nothing the caller may not see
   */
  public Conflict(String code, String message) {
    super(code, message);
  }

  /** Someone else changed the same thing at the same moment; trying again may succeed. */
  public static Conflict lostRace() {
    return new Conflict(
        "lost-race", "The resource was changed at the same time. Read it again and retry.");
  }
}
