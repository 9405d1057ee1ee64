package io.calllog.application.migration.port.out;

import io.calllog.application.migration.view.NodeConnection;

/** The database of the Node backend. Thread-safe. */
public interface NodeDatabase {

  /**
   * Opens a snapshot, which reads everything as of this moment and writes nothing.
   *
   * @throws io.calllog.domain.shared.InvalidInput if it cannot be opened, or is not the database of
   *     the Node backend
   */
  NodeSnapshot open(NodeConnection connection);
}
