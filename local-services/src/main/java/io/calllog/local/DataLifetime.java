package io.calllog.local;

/** How long the data of the local services are kept, and so whether the servers sync to disk. */
public enum DataLifetime {
  /** Until you delete the directory. Committed data survive a crash of the machine. */
  KEPT,

  /** For one run, which starts with an empty database and an empty Redis. Nothing is synced. */
  ONE_RUN
}
