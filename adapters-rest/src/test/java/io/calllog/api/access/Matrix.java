package io.calllog.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The table of permissions, {@code roles-matrix.txt}. The file explains its format.
 *
 * @param rows one for each operation
 */
record Matrix(List<Row> rows) {

  /** An anonymous request. */
  static final String ANONYMOUS = "anonymous";

  /** A key for machines with all scopes. */
  static final String KEY = "KEY";

  /** All scopes. */
  static final String[] SCOPES = {
    "calls:read",
    "calls:write",
    "clients:read",
    "clients:write",
    "follow-ups:read",
    "follow-ups:write",
    "officers:read",
    "figures:read",
    "changes:read"
  };

  private static final String FILE = "roles-matrix.txt";
  private static final List<String> POSITIONS =
      List.of("own", "same", "below", "sibling", "above", "unassigned");

  /**
   * The results for all actors.
   *
   * @param operation method and path
   * @param subject what it is done to
   * @param cells one for each kind of actor, and for each position of the subject if it matters
   */
  record Row(String operation, String subject, List<Cell> cells) {}

  /**
   * The result for one actor.
   *
   * @param operation method and path
   * @param subject what it is done to, {@code -} for nothing
   * @param actor who asks
   * @param position where the subject is, seen from the actor
   * @param expected a status, or whether the subject is listed
   */
  record Cell(String operation, String subject, String actor, String position, String expected) {

    String method() {
      return operation.substring(0, operation.indexOf(' '));
    }

    String path() {
      return operation.substring(operation.indexOf(' ') + 1);
    }

    boolean isOwn() {
      return position.equals("own");
    }

    boolean isByKey() {
      return actor.equals(KEY);
    }

    /** Whether the request deletes or changes the subject. */
    boolean isDestructive() {
      boolean permitted = expected.startsWith("2");
      boolean ends =
          method().equals("DELETE")
              || (method().equals("POST") && path().contains("{id}"))
              || path().endsWith("/password");
      return permitted && ends;
    }

    @Override
    public String toString() {
      String whose = subject.equals("-") ? "" : ", " + subject + " " + position;
      return "%s as %s%s: %s".formatted(operation, actor, whose, expected);
    }
  }

  /** Reads the table. */
  static Matrix read() {
    try (InputStream in = Objects.requireNonNull(Matrix.class.getResourceAsStream(FILE))) {
      List<List<String>> lines =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
              .toList();
      List<String> head = lines.getFirst();
      return new Matrix(lines.stream().skip(1).map(line -> row(head, line)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(List<String> head, List<String> line) {
    require(line.size() == head.size(), line);
    List<Cell> cells = new ArrayList<>();
    for (int column = 2; column < head.size(); column++) {
      List<String> expected = List.of(line.get(column).split(" +", -1));
      if (expected.size() == 1) {
        require(line.get(1).equals("-") || head.get(column).equals(ANONYMOUS), line);
        cells.add(cell(line, head.get(column), "same", expected.getFirst()));
        continue;
      }
      require(expected.size() == POSITIONS.size(), line);
      for (int i = 0; i < expected.size(); i++) {
        cells.add(cell(line, head.get(column), POSITIONS.get(i), expected.get(i)));
      }
    }
    return new Row(line.get(0), line.get(1), cells);
  }

  private static Cell cell(List<String> line, String actor, String position, String expected) {
    require(expected.matches("in|out|[1-5][0-9]{2}"), line);
    return new Cell(line.get(0), line.get(1), actor, position, expected);
  }

  private static void require(boolean readable, List<String> line) {
    if (!readable) {
      throw new IllegalStateException("Not as the head of " + FILE + " says: " + line);
    }
  }
}
