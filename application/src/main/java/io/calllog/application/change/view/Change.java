package io.calllog.application.change.view;

import io.calllog.application.call.view.CallView;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.region.view.RegionView;
import io.calllog.domain.client.Client;
import java.util.UUID;

/** The last change of one thing: its newest state, or that the reader does not see it any more. */
public sealed interface Change {

  /** Returns the kind of the thing. */
  ChangeKind kind();

  /** Returns the id of the thing, which is unique within its kind. */
  UUID id();

  /** A region as it is now. */
  record SavedRegion(RegionView region) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.REGION;
    }

    @Override
    public UUID id() {
      return region.region().id().value();
    }
  }

  /** An officer as they are now. */
  record SavedOfficer(OfficerView officer) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.OFFICER;
    }

    @Override
    public UUID id() {
      return officer.id().value();
    }
  }

  /** A client as it is now. */
  record SavedClient(Client client) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.CLIENT;
    }

    @Override
    public UUID id() {
      return client.id().value();
    }
  }

  /** A call as it is now. */
  record SavedCall(CallView call) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.CALL;
    }

    @Override
    public UUID id() {
      return call.id().value();
    }
  }

  /** A follow-up as it is now. */
  record SavedFollowUp(FollowUpView followUp) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.FOLLOW_UP;
    }

    @Override
    public UUID id() {
      return followUp.id().value();
    }
  }

  /** Something that was deleted, or that is where the reader does not see it. */
  record Removed(ChangeKind kind, UUID id) implements Change {}
}
