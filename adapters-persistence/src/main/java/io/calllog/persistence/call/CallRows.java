package io.calllog.persistence.call;

/** Queries for calls with the names of officer and client. */
final class CallRows {

  private CallRows() {}

  /**
   * Joins the names of officer ({@code o}) and client ({@code k}), deleted or not, to a query.
   *
   * @param calls a query for calls
   */
  static String withNames(String calls) {
    return """
    SELECT c.*, o.name AS officer_name, k.name AS client_name
    FROM (%s) c
    JOIN officers o ON o.id = c.officer_id
    LEFT JOIN clients k ON k.id = c.client_id
    """
        .formatted(calls);
  }
}
