package io.calllog.persistence;

import io.calllog.persistence.shared.SupportedPostgres;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/**
 * Migrates the schema when the application starts, and builds the indexes of partitions that
 * migrations have declared. Checks the version of the server before the first migration.
 * Thread-safe.
 */
@Component
public final class SchemaMigration implements FlywayMigrationStrategy {

  private volatile @Nullable String version;

  @Override
  public void migrate(Flyway flyway) {
    SupportedPostgres.require(flyway.getConfiguration().getDataSource());
    MigrateResult result = flyway.migrate();
    try {
      new PartitionedIndexes(flyway.getConfiguration().getDataSource())
          .build(flyway.getConfiguration().getTable());
    } catch (NestedRuntimeException e) {
      throw new FlywayException("The indexes of partitions cannot be built", e);
    }
    version = Objects.requireNonNullElse(result.targetSchemaVersion, result.initialSchemaVersion);
  }

  /** The version of the schema when the application started, or null if it does not migrate. */
  public @Nullable String schemaVersion() {
    return version;
  }
}
