package io.calllog.application.audit;

import io.calllog.application.shared.SessionId;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What something was done to.
 *
 * @param type what kind of thing it is
 * @param id which one; null for a thing that there is one of, or that did not come to be
 * @param region where it was before; null when it is nowhere
 * @param persons the officers and clients that its personal values are about
 */
public record Subject(
    SubjectType type, @Nullable UUID id, @Nullable Region region, Set<UUID> persons) {

  /** Copies the persons. */
  public Subject {
    persons = Set.copyOf(persons);
  }

  /** An officer. */
  public static Subject of(Officer officer) {
    UUID id = officer.id().value();
    return new Subject(SubjectType.OFFICER, id, officer.details().region(), Set.of(id));
  }

  /** A client. */
  public static Subject of(Client client) {
    UUID id = client.id().value();
    return new Subject(SubjectType.CLIENT, id, client.details().region(), Set.of(id));
  }

  /**
   * A call, in the snapshots before and after what was done to it: its comment is about its officer
   * and about the client of either.
   */
  public static Subject of(Call before, Call after) {
    Set<UUID> persons = new LinkedHashSet<>();
    persons.add(before.officerId().value());
    Stream.of(before, after)
        .map(call -> call.facts().clientId())
        .forEach(client -> {
          if (client != null) {
            persons.add(client.value());
          }
        });
    return new Subject(SubjectType.CALL, before.id().value(), before.region(), persons);
  }

  /**
   * A session.
   *
   * @param region where its officer is placed, null when that is not known
   */
  public static Subject of(SessionId session, OfficerId officer, @Nullable Region region) {
    return new Subject(SubjectType.SESSION, session.value(), region, Set.of(officer.value()));
  }

  /** The one thing of its kind. */
  public static Subject singleton(SubjectType type) {
    return new Subject(type, null, null, Set.of());
  }
}
