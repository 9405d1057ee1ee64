package io.calllog.application.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a change may be applied to.
 *
 * @param versions the accepted versions; null if any version is accepted
 */
public record ExpectedVersion(@Nullable Set<Long> versions) {

  /** Accepts any version. */
  public static final ExpectedVersion ANY = new ExpectedVersion(null);

  /**
   * Checks the current version.
   *
   * @throws VersionMismatch if it is not accepted
   */
  public void require(long current) {
    if (versions != null && !versions.contains(current)) {
      throw new VersionMismatch();
    }
  }
}
