package io.calllog.application.client.port.in;

import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.shared.Caller;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Creates a client. */
public interface CreateClient {

  /**
   * Creates a client. If the region is outside the actor's territory and there is no owner, the
   * actor becomes the owner, because they could not see the client otherwise. If the same request
   * of the actor with an id was processed before, nothing is created and the current client is
   * returned, even if the request would no longer be valid. If the client was merged meanwhile, it
   * is the one that it was merged into.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not place clients in the region
   * @throws io.calllog.domain.shared.InvalidInput if the id is not a UUID of version 4 or 7; {@code
   *     unknown-reference} if the actor cannot see the owner, or the region does not exist
   * @throws io.calllog.domain.shared.Conflict {@code external-id-taken} if another client has the
   *     external id, {@code client-id-taken} if the id was used by another request, {@code
   *     client-deleted} if the client of this request was deleted, {@code possible-duplicate} if
   *     duplicates are refused and the actor sees clients that may be the same
   */
  Result create(Command command);

  /**
   * The parameters. A null id is generated.
   *
   * @param duplicates whether the client is created if others may be the same
   */
  record Command(
      Caller caller, @Nullable ClientId id, ClientDetails details, Duplicates duplicates) {}

  /** What happens if other clients may be the same. */
  enum Duplicates {
    ALLOW,
    REFUSE;

    /** The value in the query of a request. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The client as stored.
   *
   * @param repeated whether the same request created it before
   * @param possibleDuplicates other clients that may be the same, as far as the actor sees them
   */
  record Result(Client client, boolean repeated, List<PossibleDuplicate> possibleDuplicates) {}
}
