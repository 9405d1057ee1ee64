package io.calllog.persistence.shared;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comments say what people told each other: they go with the person. */
public final class ErasedComments {

  private ErasedComments() {}

  /**
   * Empties the comments of all calls of somebody, deleted ones too, in one statement: two that
   * change many calls could otherwise wait for each other.
   *
   * @param column of {@code calls}, a constant of ours: whose calls
   */
  public static void of(JdbcClient database, String column, UUID person, Instant now) {
    database
        .sql(
            "UPDATE calls SET comment = NULL, version = version + 1, updated_at = :now"
                + " WHERE comment IS NOT NULL AND "
                + column
                + " = :person")
        .param("person", person)
        .param("now", Times.parameter(now))
        .update();
  }
}
