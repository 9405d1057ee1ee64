package io.calllog.application.call.port.out;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
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
   * @param numbers the numbers of phones, whose clients are wanted too
   * @param spokenTo the clients with whom these officers have connected calls
   * @param until the latest start of connected calls
   */
  References find(
      Set<OfficerId> officers,
      Set<ActorId> actors,
      Set<ClientId> clients,
      Set<PhoneNumber> numbers,
      Set<ClientId> spokenTo,
      Instant until);

  /**
   * What was found, by id.
   *
   * @param numbers the ids of the clients who have a number, for each number that a client has
   * @param due the open follow-ups of these officers that were due by then, with the clients spoken
   *     to and those who have one of the numbers
   */
  record References(
      Map<OfficerId, ReferredOfficer> officers,
      Map<ActorId, Name> actors,
      Map<ClientId, ReferredClient> clients,
      Map<PhoneNumber, Set<ClientId>> numbers,
      Set<FollowUpId> due) {}

  /** An officer. */
  record ReferredOfficer(Name name, RegionPath region) {}

  /** A client; the owner is null if there is none. */
  record ReferredClient(Name name, RegionPath region, @Nullable OfficerId owner) {}
}
