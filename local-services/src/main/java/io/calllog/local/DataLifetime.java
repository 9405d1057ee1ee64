package io.calllog.local;

/** How long the data of the local services have to live, and so how careful the servers are. */
public enum DataLifetime {
  /** Until somebody deletes the directory; written data survive a crash of the machine. */
  KEPT,

  /** For one run: it starts with an empty database and an empty Redis, and nothing is synced. */
  ONE_RUN
}
