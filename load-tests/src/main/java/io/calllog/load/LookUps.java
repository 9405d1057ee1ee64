package io.calllog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The statement that finds a call with the names of its officer and its client. */
final class LookUps {

  static final String SQL =
      """
      SELECT c.*, o.name, k.name
      FROM calls c
      JOIN officers o ON o.id = c.officer_id
      LEFT JOIN clients k ON k.id = c.client_id
      WHERE c.id = ? AND c.deleted_at IS NULL
      """;

  private LookUps() {}

  /**
   * Returns parameters for random calls.
   *
   * @param file with the IDs of the calls
   */
  static JdbcLoad.Parameters of(Path file) {
    try {
      List<UUID> ids = Files.readAllLines(file).stream().map(UUID::fromString).toList();
      return statement ->
          statement.setObject(1, ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
