package io.calllog.load.data;

import io.calllog.load.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Follow-ups of the last twelve months and the next one, with the triggers. Most of those that were
 * due are done, and a tenth is overdue. The owner of the client owes 19 of 20. Officer 997 has few.
 */
final class FollowUps {

  private static final String RANDOM =
      """
      INSERT INTO follow_ups (id, client_id, officer_id, due_at, note, state, done_at, created_at, updated_at)
      SELECT uuidv7(made - clock_timestamp()), load_tests.client_id(client), load_tests.officer_id(officer), due_at,
             'Call back about the offer.', state, CASE WHEN state = 'DONE' THEN due_at - interval '1 hour' END,
             made, made
      FROM (SELECT client, officer, due_at, due_at - interval '10 days' AS made,
                   CASE WHEN luck < 0.05 THEN 'CANCELLED' WHEN luck < 0.9 AND due_at < now() THEN 'DONE'
                        ELSE 'OPEN' END AS state
            FROM (SELECT client, luck, CASE WHEN other < 0.05 THEN random(0, 996) ELSE client / 100 END AS officer,
                         date_trunc('minute', now() + interval '30 days' - interval '395 days' * place) AS due_at
                  FROM (SELECT random(0, 99699) AS client, random() AS other, random() AS luck, random() AS place
                        FROM generate_series(1, %d)) drawn
                  OFFSET 0) owed
            OFFSET 0) written
      WHERE NOT EXISTS (SELECT FROM follow_ups)
      ORDER BY made
      """;

  private FollowUps() {}

  /** Adds so many, unless there are some. */
  static void add(Connection connection, long number) throws SQLException {
    Statements.execute(connection, RANDOM.formatted(number));
  }
}
