package io.calllog.application.client.view;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a client.
 *
 * @param id which client this is
 * @param name what the person or company is called
 * @param company whom the person works for
 * @param phone in E.164 form
 * @param email where they are written to
 * @param address where they are visited
 * @param region the path of the territory they belong to
 * @param status how far the relation has come
 * @param ownerId who looks after them
 * @param createdAt when it was entered
 * @param updatedAt when it was last changed
 * @param version counts the changes
 */
public record ClientView(
    ClientId id,
    String name,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String address,
    String region,
    ClientStatus status,
    @Nullable OfficerId ownerId,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The view of a client that was just stored. */
  public static ClientView of(Client client) {
    var details = client.details();
    return new ClientView(
        client.id(),
        details.name().value(),
        details.company() == null ? null : details.company().value(),
        details.phone() == null ? null : details.phone().value(),
        details.email() == null ? null : details.email().value(),
        details.address() == null ? null : details.address().value(),
        details.region().path(),
        details.status(),
        details.ownerId(),
        client.createdAt(),
        client.updatedAt(),
        client.version());
  }
}
