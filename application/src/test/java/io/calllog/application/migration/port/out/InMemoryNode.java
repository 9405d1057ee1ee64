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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fake of the Node backend's database. The days are those that a test sets. */
public final class InMemoryNode implements NodeDatabase, NodeDatabase.Snapshot {

  public final List<NodeOfficer> officers = new ArrayList<>();
  public final List<NodeClient> clients = new ArrayList<>();
  public final List<NodeCall> calls = new ArrayList<>();
  public final List<OfficerDay> days = new ArrayList<>();

  @Override
  public NodeDatabase.Snapshot open(NodeConnection connection) {
    return this;
  }

  @Override
  public long count(NodeTable table) {
    return ids(table).count();
  }

  @Override
  public void readOfficers(int batchSize, Consumer<List<NodeOfficer>> batch) {
    batch.accept(List.copyOf(officers));
  }

  @Override
  public void readClients(int batchSize, Consumer<List<NodeClient>> batch) {
    batch.accept(List.copyOf(clients));
  }

  @Override
  public void readCalls(int batchSize, Consumer<List<NodeCall>> batch) {
    batch.accept(List.copyOf(calls));
  }

  @Override
  public Set<UUID> existing(NodeTable table, Collection<UUID> ids) {
    Set<String> existing = ids(table).collect(Collectors.toSet());
    return ids.stream().filter(id -> existing.contains(id.toString())).collect(Collectors.toSet());
  }

  @Override
  public Map<UUID, Instant> timesOfCalls(Collection<UUID> ids) {
    return calls.stream()
        .filter(call -> ids.stream().anyMatch(id -> id.toString().equals(call.id())))
        .filter(call -> call.timestamp() != null)
        .collect(
            Collectors.toMap(
                call -> UUID.fromString(call.id()),
                call -> Objects.requireNonNull(call.timestamp())));
  }

  @Override
  public void readDays(ReportingZone zone, LocalDate from, LocalDate to, Consumer<OfficerDay> day) {
    days.stream()
        .filter(each -> !each.day().isBefore(from) && each.day().isBefore(to))
        .sorted(OfficerDay.ORDER)
        .forEach(day);
  }

  @Override
  public void close() {}

  private Stream<String> ids(NodeTable table) {
    return switch (table) {
      case OFFICERS -> officers.stream().map(NodeOfficer::id);
      case CLIENTS -> clients.stream().map(NodeClient::id);
      case CALLS -> calls.stream().map(NodeCall::id);
    };
  }
}
