package io.calllog.rest.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.change.view.Change;
import io.calllog.application.change.view.Change.Removed;
import io.calllog.application.change.view.Change.SavedCall;
import io.calllog.application.change.view.Change.SavedClient;
import io.calllog.application.change.view.Change.SavedFollowUp;
import io.calllog.application.change.view.Change.SavedOfficer;
import io.calllog.application.change.view.Change.SavedRegion;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.client.ClientResponse;
import io.calllog.rest.followup.FollowUpResponse;
import io.calllog.rest.officer.OfficerResponse;
import io.calllog.rest.region.RegionResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes in JSON.
 *
 * @param nextCursor where to continue, now or later
 * @param more whether there is more now
 */
record ChangesResponse(List<Item> items, String nextCursor, boolean more) {

  /**
   * A change.
   *
   * @param value the newest state, as in the list of this kind; absent if the thing was removed
   */
  record Item(
      String kind, UUID id, String change, @JsonInclude(Include.NON_NULL) @Nullable Object value) {

    static Item of(Change change) {
      Object value =
          switch (change) {
            case SavedRegion(var region) -> RegionResponse.from(region);
            case SavedOfficer(var officer) -> OfficerResponse.from(officer);
            case SavedClient(var client) -> ClientResponse.from(client);
            case SavedCall(var call) -> CallResponse.from(call);
            case SavedFollowUp(var followUp) -> FollowUpResponse.from(followUp);
            case Removed _ -> null;
          };
      return new Item(
          change.kind().noun(), change.id(), value == null ? "removed" : "saved", value);
    }
  }
}
