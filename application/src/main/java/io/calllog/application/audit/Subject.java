package io.calllog.application.audit;

import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.region.Region;
import io.calllog.domain.shared.RegionPath;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The object of an action.
 *
 * @param id null if there is only one object of this type, or if it was never created
 * @param region its region before the action; null if it has none
 * @param persons the ids of the officers and clients that its personal values describe
 */
public record Subject(
    SubjectType type, @Nullable UUID id, @Nullable RegionPath region, Set<UUID> persons) {

  public Subject {
    persons = Set.copyOf(persons);
  }

  public static Subject of(Officer officer) {
    UUID id = officer.id().value();
    return new Subject(SubjectType.OFFICER, id, officer.details().region(), Set.of(id));
  }

  public static Subject of(Client client) {
    UUID id = client.id().value();
    return new Subject(SubjectType.CLIENT, id, client.details().region(), Set.of(id));
  }

  public static Subject of(Region region) {
    return new Subject(SubjectType.REGION, region.id().value(), region.path(), Set.of());
  }

  /** A key. It has no region here, because only administrators see keys. */
  public static Subject of(ApiKey key) {
    return new Subject(SubjectType.KEY, key.id().value(), null, Set.of());
  }

  /** A target, which has the id of its officer or region. */
  public static Subject of(TargetSubject target, RegionPath region) {
    Set<UUID> persons = target instanceof OfOfficer ? Set.of(target.value()) : Set.of();
    return new Subject(SubjectType.TARGET, target.value(), region, persons);
  }

  /** An import. It has no region here, because its rows have many. */
  public static Subject of(ImportId id) {
    return new Subject(SubjectType.IMPORT, id.value(), null, Set.of());
  }

  /** A call. Its comment is personal data of the officers and the clients before and after. */
  public static Subject of(Call before, Call after) {
    Set<UUID> persons = new LinkedHashSet<>();
    Stream.of(before, after)
        .forEach(call -> {
          persons.add(call.officerId().value());
          ClientId client = call.facts().clientId();
          if (client != null) {
            persons.add(client.value());
          }
        });
    return new Subject(SubjectType.CALL, before.id().value(), before.region(), persons);
  }

  /** A session; the region is that of its officer, null if unknown. */
  public static Subject of(SessionId session, OfficerId officer, @Nullable RegionPath region) {
    return new Subject(SubjectType.SESSION, session.value(), region, Set.of(officer.value()));
  }

  /** The only object of its type. */
  public static Subject singleton(SubjectType type) {
    return new Subject(type, null, null, Set.of());
  }
}
