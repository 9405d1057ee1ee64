package io.calllog.rest.client;

import io.calllog.application.client.view.ClientView;
import io.calllog.domain.client.ClientStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client on the wire; the fields are those of {@link ClientView}. */
record ClientResponse(
    UUID id,
    String name,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String address,
    String region,
    ClientStatus status,
    @Nullable UUID ownerId,
    Instant createdAt,
    Instant updatedAt) {

  static ClientResponse from(ClientView view) {
    return new ClientResponse(
        view.id().value(),
        view.name(),
        view.company(),
        view.phone(),
        view.email(),
        view.address(),
        view.region(),
        view.status(),
        view.ownerId() == null ? null : view.ownerId().value(),
        view.createdAt(),
        view.updatedAt());
  }
}
