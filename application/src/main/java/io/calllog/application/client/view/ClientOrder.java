package io.calllog.application.client.view;

/** The order of a list of clients. Clients with the same value are ordered by id. */
public enum ClientOrder {
  /** By name, ignoring case. */
  NAME,
  /** By the start of the last call. Clients without calls come first. */
  EARLIEST_CALL_FIRST,
  /** The reverse. */
  LATEST_CALL_FIRST
}
