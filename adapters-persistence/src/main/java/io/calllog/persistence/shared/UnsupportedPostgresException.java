package io.calllog.persistence.shared;

/** The PostgreSQL server is older than this application can be run on. */
public final class UnsupportedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal to start.
   *
   * @param version the server's, as it tells it, such as {@code 18.0}
   */
  public UnsupportedPostgresException(String version) {
    super(
        "PostgreSQL "
            + version
            + " is not supported: 18.6 or later is required. Earlier releases of 18 crash when rows"
            + " of a partitioned table with statement triggers are updated concurrently.");
  }
}
