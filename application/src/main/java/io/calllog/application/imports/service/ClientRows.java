package io.calllog.application.imports.service;

import static java.util.Objects.requireNonNullElse;

import io.calllog.application.client.ClientCreation;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.CreateClient.Duplicates;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.imports.ClientRow;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.port.out.ImportMatches;
import io.calllog.application.imports.port.out.ImportMatches.Clients;
import io.calllog.application.imports.port.out.RowReader;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.FieldText;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds clients one by one, with the rules of {@link CreateClient}. */
final class ClientRows implements RowsOfKind {

  private final RowReader reader;
  private final ImportMatches matches;
  private final ClientCreation creation;
  private final ClientViews views;

  ClientRows(RowReader reader, ImportMatches matches, ClientCreation creation, ClientViews views) {
    this.reader = reader;
    this.matches = matches;
    this.creation = creation;
    this.views = views;
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public List<RowOutcome> add(Caller caller, List<String> columns, List<FileRow> rows) {
    return rows.stream()
        .map(row -> {
          boolean added = add(caller, reader.client(columns, row));
          return added ? RowOutcome.added(row) : RowOutcome.unchanged(row);
        })
        .toList();
  }

  /**
   * Returns whether the client was added. Otherwise there is one with the same values or, if its id
   * was derived from the values of the row, one that was added by the same row, or the row names
   * one that is merged with others.
   */
  private boolean add(Caller caller, ClientRow row) {
    Actor actor = caller.actor();
    ClientDetails details = details(row, owner(row, actor), actor);
    ClientId id = row.id() == null ? derivedId(row) : row.id();
    Optional<Client> stored = views.find(id, actor.seesClients());
    boolean derivedFromValues = row.id() == null && row.externalId() == null;
    if (stored.isPresent() && (derivedFromValues || isSame(stored.get().details(), details))) {
      return false;
    }
    if (row.id() == null && row.externalId() != null) {
      Clients found =
          matches.clients(Set.of(), Set.of(), Set.of(row.externalId()), actor.seesClients());
      if (!found.merged().isEmpty()) {
        return false; // its values are those of several rows
      }
      Optional<Client> other =
          found.byExternalId().values().stream()
              .flatMap(List::stream)
              .findFirst()
              .flatMap(client -> views.find(client, actor.seesClients()));
      if (other.isPresent() && isSame(other.get().details(), details)) {
        return false;
      }
      if (other.isPresent() && !other.get().id().equals(id)) {
        throw externalIdTaken();
      }
    }
    try {
      var command = new CreateClient.Command(caller, id, details, Duplicates.ALLOW);
      return !creation.create(command, _ -> List.of()).repeated();
    } catch (Conflict e) {
      boolean idUsed = Set.of("client-id-taken", "client-deleted").contains(e.code());
      if (idUsed && views.findMergedInto(id, actor.seesClients()).isPresent()) {
        return false;
      }
      boolean known = row.id() == null && row.externalId() != null;
      throw known && e.code().equals("client-id-taken") ? externalIdTaken() : e;
    }
  }

  private @Nullable OfficerId owner(ClientRow row, Actor actor) {
    List<Violation> violations = new ArrayList<>();
    var found =
        matches.officers(
            row.ownerEmail() == null ? Set.of() : Set.of(row.ownerEmail()), actor.seesOfficers());
    OfficerId owner = Matching.officer("owner", row.ownerId(), row.ownerEmail(), found, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return owner;
  }

  private static ClientDetails details(ClientRow row, @Nullable OfficerId owner, Actor actor) {
    return new ClientDetails(
        row.name(),
        row.company(),
        Phone.combined(row.phone(), row.phones(), List.of()),
        row.email(),
        row.address(),
        requireNonNullElse(row.region(), actor.defaultRegion()),
        requireNonNullElse(row.status(), ClientStatus.LEAD),
        owner,
        row.externalId(),
        row.callEvery());
  }

  /** An owner that the row leaves out may have been given since. */
  private static boolean isSame(ClientDetails stored, ClientDetails row) {
    ClientDetails compared =
        row.ownerId() != null || stored.ownerId() == null
            ? row
            : new ClientDetails(
                row.name(),
                row.company(),
                row.phones(),
                row.email(),
                row.address(),
                row.region(),
                row.status(),
                stored.ownerId(),
                row.externalId(),
                row.callEvery());
    return stored.equals(compared);
  }

  /** Returns the same id for the same row: from the id in another system, or else all values. */
  private static ClientId derivedId(ClientRow row) {
    var text = new StringBuilder();
    if (row.externalId() == null) {
      for (FieldText field : FieldText.of(ClientRow.class)) {
        String value = field.read(row);
        if (value != null) {
          text.append(field.name()).append(':').append(value.length()).append(':').append(value);
        }
      }
    } else {
      text.append("externalId:").append(row.externalId().value());
    }
    UUID hash = UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    long high = (hash.getMostSignificantBits() & ~0xf000L) | 0x4000; // version 4
    return new ClientId(new UUID(high, hash.getLeastSignificantBits()));
  }

  private static Conflict externalIdTaken() {
    return new Conflict(
        "external-id-taken", "Another client has this external id, or this one other values.");
  }
}
