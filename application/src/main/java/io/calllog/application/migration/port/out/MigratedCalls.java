package io.calllog.application.migration.port.out;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.shared.Sha256;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and changes calls in bulk. Thread-safe. */
public interface MigratedCalls {

  /** Returns the fingerprint by which the calls of the Node backend are recognised. */
  static CallFingerprint fingerprint(ExternalId id) {
    return new CallFingerprint(Sha256.hex("node " + id.value()));
  }

  /**
   * Finds calls by their external id, deleted ones too. The time in their id is in a range.
   *
   * @param to exclusive
   */
  List<Stored> find(Set<ExternalId> ids, Instant from, Instant to);

  /** Finds officers and clients, deleted or not. */
  References references(Set<OfficerId> officers, Set<ClientId> clients);

  /**
   * Stores changed copies of stored calls, in a transaction. Calls that were changed or deleted in
   * the meantime stay as they are.
   *
   * @return the ids of the calls that were changed
   */
  Set<CallId> replace(Collection<Call> calls);

  /** Returns calls of the Node backend that are not deleted, in the order of their external ids. */
  List<Call> after(@Nullable ExternalId last, int limit);

  /** A stored call. The fingerprint tells whether it is one of the Node backend. */
  record Stored(Call call, boolean ofNode, boolean deleted) {}

  /** The region of each officer who was found, and the clients who were found. */
  record References(Map<OfficerId, RegionPath> officers, Set<ClientId> clients) {}
}
