package io.calllog.application.migration.port.out;

import io.calllog.application.migration.view.NodeCall;
import io.calllog.application.migration.view.NodeClient;
import io.calllog.application.migration.view.NodeConnection;
import io.calllog.application.migration.view.NodeOfficer;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.migration.view.OfficerDay;
import io.calllog.domain.analytics.ReportingZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The database of the Node backend. Thread-safe. */
public interface NodeDatabase {

  /**
   * Opens a snapshot, which reads everything as of this moment and writes nothing.
   *
   * @throws io.calllog.domain.shared.InvalidInput if it cannot be opened, or is not the database of
   *     the Node backend
   */
  Snapshot open(NodeConnection connection);

  /** The tables of the Node backend at one moment, of any size. Not thread-safe. */
  interface Snapshot extends AutoCloseable {

    /** Counts the rows of a table. */
    long count(NodeTable table);

    /** Reads all officers in batches, the oldest first. */
    void readOfficers(int batchSize, Consumer<List<NodeOfficer>> batch);

    /** Reads all clients in batches, in the order of their ids. */
    void readClients(int batchSize, Consumer<List<NodeClient>> batch);

    /** Reads all calls in batches, in the order of their times. */
    void readCalls(int batchSize, Consumer<List<NodeCall>> batch);

    /** Returns those ids that rows of the table have. */
    Set<UUID> existing(NodeTable table, Collection<UUID> ids);

    /** Returns the times of those calls that exist and have one. */
    Map<UUID, Instant> timesOfCalls(Collection<UUID> ids);

    /**
     * Reads the calls of each officer on each day, in {@link OfficerDay#ORDER}. It counts the rows
     * as they are, without the rules of the import, except that a duration counts as it is
     * imported.
     *
     * @param to exclusive
     */
    void readDays(ReportingZone zone, LocalDate from, LocalDate to, Consumer<OfficerDay> day);

    @Override
    void close();
  }
}
