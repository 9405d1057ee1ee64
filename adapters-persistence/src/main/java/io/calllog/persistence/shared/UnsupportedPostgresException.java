package io.calllog.persistence.shared;

/** The application does not support the version of the PostgreSQL server. */
public final class UnsupportedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with a message for the operator.
   *
   * @param version as the server reports it, such as {@code 18.0}
   */
  public UnsupportedPostgresException(String version) {
    super(
        "PostgreSQL "
            + version
            + " is not supported: 18.6 or later is required. Earlier releases of 18 crash when rows"
            + " of a partitioned table with statement triggers are updated concurrently.");
  }
}
