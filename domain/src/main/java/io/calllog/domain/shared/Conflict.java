package io.calllog.domain.shared;

import java.util.Map;

/** The request conflicts with the stored data or with a concurrent change. */
public final class Conflict extends Failure {

  @SuppressWarnings("serial") // never serialized: failures do not leave the process as objects
  private final Map<String, Object> properties;

  /** Creates the failure. The message must not name anything the caller may not see. */
  public Conflict(String code, String message) {
    this(code, message, Map.of());
  }

  /** Creates the failure with more properties of the answer, by name. */
  public Conflict(String code, String message, Map<String, Object> properties) {
    super(code, message);
    this.properties = Map.copyOf(properties);
  }

  /** Returns the properties that the answer has in addition. */
  public Map<String, Object> properties() {
    return properties;
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
