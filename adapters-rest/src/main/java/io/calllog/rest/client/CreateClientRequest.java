package io.calllog.rest.client;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.CreateClient.Duplicates;
import io.calllog.application.shared.Caller;
import io.calllog.domain.client.ClientId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body that creates a client. */
record CreateClientRequest(@Nullable ClientId id, @JsonUnwrapped ClientRequest client) {

  CreateClient.Command toCommand(Caller caller, CreateClientParameters parameters) {
    return new CreateClient.Command(
        caller,
        id,
        client.toDetails(caller.actor().defaultRegion(), List.of()),
        requireNonNullElse(parameters.duplicates(), Duplicates.ALLOW));
  }
}
