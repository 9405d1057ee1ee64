package io.calllog.load.data;

import io.calllog.load.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The participants of the calls: 1,000 officers in 40 regions of 10 countries, and 100 clients of
 * each officer. Half of the clients have a rhythm, the others a second phone. The officers cannot
 * sign in.
 */
final class People {

  static final int OFFICERS = 1_000;

  static final int CLIENTS_OF_EACH = 100;

  /** Computes ids from numbers, so that a call needs no look-up of its client. */
  private static final String SCHEMA =
      """
      CREATE OR REPLACE FUNCTION load_tests.officer_id(number integer) RETURNS uuid
          LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
          RETURN ('019028e0-8800-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
      CREATE OR REPLACE FUNCTION load_tests.client_id(number integer) RETURNS uuid
          LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
          RETURN ('019028e0-8801-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
      CREATE OR REPLACE FUNCTION load_tests.region(officer integer) RETURNS text
          LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
          RETURN (ARRAY[
              'EMEA/UK', 'EMEA/Germany', 'EMEA/France', 'EMEA/Spain', 'AMER/USA', 'AMER/Canada',
              'AMER/Brazil', 'APAC/India', 'APAC/Japan', 'ANZ/Australia'])[officer % 10 + 1]
              || (ARRAY['/North', '/South', '/East', '/West'])[officer / 10 % 4 + 1];
      CREATE OR REPLACE FUNCTION load_tests.region_key(officer integer) RETURNS integer
          LANGUAGE sql STABLE STRICT PARALLEL SAFE
          RETURN (SELECT key FROM regions
                  WHERE path = load_tests.region(officer) AND deleted_at IS NULL);
      -- Few words are in many comments, and many in few, as in a language.
      CREATE OR REPLACE FUNCTION load_tests.word() RETURNS text
          LANGUAGE sql VOLATILE PARALLEL SAFE
          RETURN translate(exp(ln(1e6) * random())::integer::text, '0123456789', 'abcdefghij') || 'y';
      CREATE OR REPLACE FUNCTION load_tests.words() RETURNS text
          LANGUAGE sql VOLATILE PARALLEL SAFE
          RETURN concat_ws(' ', load_tests.word(), load_tests.word(), load_tests.word(), load_tests.word(),
                           load_tests.word(), load_tests.word());
      """;

  private static final String REGIONS =
      """
      INSERT INTO regions (path)
      SELECT DISTINCT array_to_string(segments[:depth], '/')
      FROM (SELECT string_to_array(load_tests.region(number), '/') AS segments
            FROM generate_series(0, 39) number) each
      CROSS JOIN generate_series(1, 3) depth
      ON CONFLICT DO NOTHING
      """;

  private static final String OFFICERS_OF_NUMBERS =
      """
      INSERT INTO officers (id, name, email, email_key, region_key, role, status, password_hash,
                            created_at, updated_at)
      SELECT load_tests.officer_id(number), format('Officer %%s', lpad(number::text, 4, '0')),
             format('officer%%s@load.example', number), format('officer%%s@load.example', number),
             load_tests.region_key(number), 'OFFICER', 'ACTIVE', '!', '2024-06-18Z', '2024-06-18Z'
      FROM generate_series(0, %d - 1) number
      ON CONFLICT DO NOTHING
      """
          .formatted(OFFICERS);

  private static final String CLIENTS_OF_NUMBERS =
      """
      INSERT INTO clients (id, name, company, phone, phones, call_every, region_key, status, owner_id,
                           created_at, updated_at)
      SELECT load_tests.client_id(number), format('Client %%s', lpad(number::text, 6, '0')),
             format('Company %%s', number %% 20000), '+4420' || (70000000 + number),
             CASE WHEN number %% 2 = 1
                  THEN ARRAY['+4420' || (70000000 + number), '+4930' || (70000000 + number) || ', Mobile'] END,
             CASE WHEN number %% 2 = 0 THEN 30 END,
             load_tests.region_key(number / %1$d),
             (ARRAY['LEAD', 'ACTIVE', 'ACTIVE', 'INACTIVE', 'CONVERTED'])[number %% 5 + 1],
             load_tests.officer_id(number / %1$d), '2024-06-18Z', '2024-06-18Z'
      FROM generate_series(0, %2$d - 1) number
      ON CONFLICT DO NOTHING
      """
          .formatted(CLIENTS_OF_EACH, OFFICERS * CLIENTS_OF_EACH);

  private People() {}

  /** Adds the officers and clients that do not exist. */
  static void add(Connection connection) throws SQLException {
    for (String sql : new String[] {SCHEMA, REGIONS, OFFICERS_OF_NUMBERS, CLIENTS_OF_NUMBERS}) {
      Statements.execute(connection, sql);
    }
    Statements.execute(connection, "ANALYZE regions, officers, clients");
  }
}
