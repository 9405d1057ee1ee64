package io.calllog.application.migration.port.in;

import io.calllog.application.migration.view.ImportCounts;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.NodeConnection;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.domain.shared.RegionPath;
import java.util.Map;

/**
 * Imports the officers, clients and calls of the Node backend. It may be repeated: it adds what is
 * new, and brings what was changed there, unless it was changed here later. Batches are committed
 * one by one, so an import that was interrupted is continued by the next one.
 */
public interface ImportNode {

  /**
   * Imports everything.
   *
   * @throws io.calllog.domain.shared.InvalidInput if the database cannot be read
   */
  Map<NodeTable, ImportCounts> importAll(Command command);

  /**
   * The parameters.
   *
   * @param regions the region of each text that Node's tables contain instead of its path
   * @param delete whether to delete what earlier imports added and the Node backend no longer has
   */
  record Command(
      NodeConnection source,
      Map<String, RegionPath> regions,
      boolean delete,
      ImportListener listener) {

    public Command {
      regions = Map.copyOf(regions);
    }
  }
}
