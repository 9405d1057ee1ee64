package io.calllog.application.imports.service;

import io.calllog.application.imports.port.out.ImportMatches.Clients;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the officer or the client that a row refers to. */
final class Matching {

  private Matching() {}

  /**
   * Returns the officer in the columns {@code …Id} and {@code …Email}; null if there is none, or
   * with a violation.
   */
  static @Nullable OfficerId officer(
      String column,
      @Nullable OfficerId id,
      @Nullable EmailAddress address,
      Map<EmailAddress, OfficerId> found,
      List<Violation> violations) {
    if (address == null) {
      return id;
    }
    OfficerId byAddress = found.get(address);
    if (byAddress == null) {
      violations.add(
          new Violation(column + "Email", "unknown-reference", "must be an officer you can see"));
    } else if (id != null && !id.equals(byAddress)) {
      violations.add(
          new Violation(
              column + "Email", "ambiguous", "is not of the officer in " + column + "Id"));
    }
    return byAddress;
  }

  /**
   * Returns the client in the columns {@code clientId}, {@code clientPhone}, {@code clientEmail}
   * and {@code clientExternalId}; null if there is none, or with a violation.
   */
  static @Nullable ClientId client(
      @Nullable ClientId id,
      @Nullable PhoneNumber phone,
      @Nullable EmailAddress address,
      @Nullable ExternalId externalId,
      Clients found,
      List<Violation> violations) {
    List<ClientId> named = new ArrayList<>();
    client("clientPhone", phone, found.byPhone(), named, violations);
    client("clientEmail", address, found.byEmail(), named, violations);
    client("clientExternalId", externalId, found.byExternalId(), named, violations);
    if (id != null && named.stream().noneMatch(client -> isMergedInto(client, id, found))) {
      named.add(id);
    }
    if (named.stream().distinct().count() > 1) {
      violations.add(
          new Violation("clientId", "ambiguous", "the columns of the client name several"));
    }
    return named.isEmpty() ? null : named.getFirst();
  }

  private static boolean isMergedInto(ClientId client, ClientId id, Clients found) {
    return found.merged().getOrDefault(client, Set.of()).contains(id);
  }

  /** Adds the only client with a value to {@code named}, or a violation. */
  private static <T> void client(
      String column,
      @Nullable T value,
      Map<T, List<ClientId>> found,
      List<ClientId> named,
      List<Violation> violations) {
    if (value == null) {
      return;
    }
    List<ClientId> clients = found.getOrDefault(value, List.of());
    switch (clients.size()) {
      case 0 ->
          violations.add(
              new Violation(column, "unknown-reference", "must be of a client you can see"));
      case 1 -> named.add(clients.getFirst());
      default ->
          violations.add(
              new Violation(column, "ambiguous", "is of " + clients.size() + " clients"));
    }
  }
}
