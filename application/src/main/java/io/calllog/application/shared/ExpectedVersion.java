package io.calllog.application.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a change may be applied to: those the caller read, or any.
 *
 * @param versions the versions accepted; null when any is
 */
public record ExpectedVersion(@Nullable Set<Long> versions) {

  /** Accepts whatever is there. */
  public static final ExpectedVersion ANY = new ExpectedVersion(null);

  /**
   * Refuses another version than those accepted.
   *
   * @throws VersionMismatch when the current version is none of them
   */
  public void require(long current) {
    if (versions != null && !versions.contains(current)) {
      throw new VersionMismatch();
    }
  }
}
