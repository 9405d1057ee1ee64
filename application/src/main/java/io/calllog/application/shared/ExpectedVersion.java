package io.calllog.application.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The versions that a change may be applied to; null for any. */
public record ExpectedVersion(@Nullable Set<Long> versions) {

  /** Accepts any version. */
  public static final ExpectedVersion ANY = new ExpectedVersion(null);

  /** Throws {@link VersionMismatch} if the current version is not accepted. */
  public void require(long current) {
    if (versions != null && !versions.contains(current)) {
      throw new VersionMismatch();
    }
  }
}
