package io.calllog.application.call.port.out;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the officers, actors and clients that new calls refer to. Takes no visibility, because
 * calls of several callers are logged together: the use case checks what each of them sees.
 * Thread-safe.
 */
public interface CallReferences {

  /**
   * Finds those that exist and are not deleted.
   *
   * @param actors officers and keys that log the calls
   * @param spokenTo the clients with whom these officers have connected calls
   * @param until the latest start of these calls
   */
  References find(
      Set<OfficerId> officers,
      Set<ActorId> actors,
      Set<ClientId> clients,
      Set<ClientId> spokenTo,
      Instant until);

  /**
   * What was found, by id.
   *
   * @param due the open follow-ups of these officers with the clients spoken to, due by the latest
   *     start
   */
  record References(
      Map<OfficerId, ReferredOfficer> officers,
      Map<ActorId, Name> actors,
      Map<ClientId, ReferredClient> clients,
      Set<FollowUpId> due) {}

  /** An officer. */
  record ReferredOfficer(Name name, RegionPath region) {}

  /** A client; the owner is null if there is none. */
  record ReferredClient(Name name, RegionPath region, @Nullable OfficerId owner) {}
}
