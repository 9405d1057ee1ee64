package io.calllog.application.client.port.in;

import io.calllog.application.client.view.ClientView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/** Somebody enters a client. */
public interface CreateClient {

  /**
   * Enters the client. Somebody unassigned becomes the owner of a client they name no owner for, or
   * they could not see what they made.
   *
   * @throws io.calllog.domain.shared.NotPermitted when the actor may place nothing in the region
   * @throws io.calllog.domain.shared.InvalidInput {@code unknown-reference} when the owner is
   *     nobody the actor sees
   */
  ClientView create(Command command);

  /**
   * The client wanted.
   *
   * @param caller who asks
   * @param name what the person or company is called
   * @param company whom the person works for
   * @param phone where they are called
   * @param email where they are written to
   * @param address where they are visited
   * @param region where they belong; where the actor is placed when null
   * @param status how far the relation has come
   * @param ownerId who looks after them; null for nobody in particular
   */
  record Command(
      Caller caller,
      Name name,
      @Nullable Name company,
      @Nullable PhoneNumber phone,
      @Nullable EmailAddress email,
      @Nullable PostalAddress address,
      @Nullable Region region,
      ClientStatus status,
      @Nullable OfficerId ownerId) {}
}
