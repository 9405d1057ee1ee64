package io.calllog.application.imports.service;

import static java.util.Objects.requireNonNullElse;

import io.calllog.application.followup.FollowUpCreation;
import io.calllog.application.followup.port.in.CreateFollowUp;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.FollowUpRow;
import io.calllog.application.imports.port.out.ImportMatches;
import io.calllog.application.imports.port.out.RowReader;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.FieldText;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds follow-ups one by one, with the rules of {@link CreateFollowUp}. Only open ones can be
 * added. One without an id has one that is derived from the values of the row.
 */
final class FollowUpRows implements RowsOfKind {

  private final RowReader reader;
  private final ImportMatches matches;
  private final FollowUpCreation creation;
  private final FollowUpViews views;

  FollowUpRows(
      RowReader reader, ImportMatches matches, FollowUpCreation creation, FollowUpViews views) {
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
    return RowOutcome.oneByOne(rows, row -> add(caller, reader.followUp(columns, row)));
  }

  /** Returns whether the follow-up was added. Otherwise the same one is there already. */
  private boolean add(Caller caller, FollowUpRow row) {
    Actor actor = caller.actor();
    List<Violation> violations = new ArrayList<>();
    OfficerId officer = officer(row, actor, violations);
    ClientId client = client(row, actor, violations);
    if (officer == null || client == null || !violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    var state = requireNonNullElse(row.state(), FollowUpState.OPEN);
    FollowUpId id = row.id() == null ? derivedId(row) : row.id();
    var details = new FollowUpDetails(officer, row.dueAt(), row.note(), state);
    boolean derivedFromValues = row.id() == null;
    boolean same =
        views
            .find(id, actor.seesCalls(), actor.seesClients())
            .map(FollowUpView::followUp)
            .filter(stored -> derivedFromValues || isSame(stored, client, details))
            .isPresent();
    if (same) {
      return false;
    }
    if (state != FollowUpState.OPEN) {
      throw new InvalidInput("state", "not-allowed", "must be OPEN, because nothing is to be done");
    }
    var command = new CreateFollowUp.Command(caller, id, client, officer, row.dueAt(), row.note());
    return !creation.create(command).repeated();
  }

  private @Nullable OfficerId officer(FollowUpRow row, Actor actor, List<Violation> violations) {
    if (row.officerId() == null && row.officerEmail() == null) {
      violations.add(new Violation("officerId", "required", "is required, or the officerEmail"));
    }
    var found = matches.officers(setOf(row.officerEmail()), actor.seesOfficers());
    return Matching.officer("officer", row.officerId(), row.officerEmail(), found, violations);
  }

  private @Nullable ClientId client(FollowUpRow row, Actor actor, List<Violation> violations) {
    var found =
        matches.clients(
            setOf(row.clientPhone()),
            setOf(row.clientEmail()),
            setOf(row.clientExternalId()),
            actor.seesClients());
    int before = violations.size();
    ClientId client =
        Matching.client(
            row.clientId(),
            row.clientPhone(),
            row.clientEmail(),
            row.clientExternalId(),
            found,
            violations);
    if (client == null && violations.size() == before) {
      violations.add(
          new Violation("clientId", "required", "is required, or another column of the client"));
    }
    return client;
  }

  private static <T> Set<T> setOf(@Nullable T value) {
    return value == null ? Set.of() : Set.of(value);
  }

  private static boolean isSame(FollowUp stored, ClientId client, FollowUpDetails details) {
    return stored.clientId().equals(client) && stored.details().equals(details);
  }

  /** Returns the same id for the same row. */
  private static FollowUpId derivedId(FollowUpRow row) {
    var text = new StringBuilder();
    for (FieldText field : FieldText.of(FollowUpRow.class)) {
      String value = field.read(row);
      if (value != null) {
        text.append(field.name()).append(':').append(value.length()).append(':').append(value);
      }
    }
    UUID hash = UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    long high = (hash.getMostSignificantBits() & ~0xf000L) | 0x4000; // version 4
    return new FollowUpId(new UUID(high, hash.getLeastSignificantBits()));
  }
}
