package io.calllog.persistence.partition;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of how long calls are kept.
 *
 * @param months the number of whole months before the current one; null keeps all calls
 * @param directory where older months are exported to before they are dropped
 */
@ConfigurationProperties("calllog.retention")
record RetentionSettings(@Nullable Integer months, @Nullable Path directory) {

  RetentionSettings {
    if (months != null && (months < 1 || months > 1_200)) {
      throw new IllegalArgumentException("calllog.retention.months must be from 1 to 1,200");
    }
    if (months != null && directory == null) {
      throw new IllegalArgumentException(
          "calllog.retention.months needs calllog.retention.directory: months are exported to it"
              + " before they are dropped");
    }
    if (months != null
        && directory != null
        && !(Files.isDirectory(directory) && Files.isWritable(directory))) {
      throw new IllegalArgumentException(
          "calllog.retention.directory must be a directory that can be written to: " + directory);
    }
  }
}
