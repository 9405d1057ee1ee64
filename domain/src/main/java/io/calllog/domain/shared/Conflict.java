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

  /** Personal data was erased for good, so a deleted client or officer cannot come back. */
  public static Conflict erased() {
    return new Conflict("erased", "The personal data was erased, so it cannot be restored.");
  }

  /** The region of a deleted client or officer was deleted too. */
  public static Conflict regionDeleted(RegionPath region) {
    return new Conflict(
        "region-deleted",
        "The region '" + region.path() + "' was deleted. Create it again, then retry.");
  }
}
