package io.calllog.application.shared;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.NotFound;
import java.util.Optional;

/** The client was merged into another one. */
public final class ClientMerged extends ServiceFailure {

  @SuppressWarnings("serial") // never serialized: failures do not leave the process as objects
  private final ClientId mergedInto;

  /**
   * Creates the failure.
   *
   * @param mergedInto the other one, which the caller sees
   */
  public ClientMerged(ClientId mergedInto) {
    super("client-merged", "This client was merged into another one, which has its calls.");
    this.mergedInto = mergedInto;
  }

  /** Returns this failure, or {@link NotFound} if the client was not merged into a visible one. */
  public static RuntimeException orNotFound(Optional<Client> mergedInto) {
    return mergedInto
        .<RuntimeException>map(client -> new ClientMerged(client.id()))
        .orElseGet(() -> new NotFound("client"));
  }

  /** Returns the client that has the calls now. */
  public ClientId mergedInto() {
    return mergedInto;
  }
}
