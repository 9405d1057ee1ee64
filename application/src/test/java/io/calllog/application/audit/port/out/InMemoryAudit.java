package io.calllog.application.audit.port.out;

import io.calllog.application.audit.ActorKind;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fake of the ports for the audit trail. Thread-safe. */
public final class InMemoryAudit implements AuditTrail, AuditViews, PersonalDataEraser {

  private record Line(UUID id, AuditEntry entry) {}

  private final SequentialIds ids = new SequentialIds();
  private final List<Line> lines = new ArrayList<>();
  private final BiPredicate<UUID, UUID> isCallOf;
  private final BiFunction<UUID, Instant, List<Call>> commentEraser;
  private Function<ActorId, Optional<Name>> officerNames = _ -> Optional.empty();
  private Function<ActorId, Optional<Name>> keyNames = _ -> Optional.empty();

  /**
   * Creates an empty trail.
   *
   * @param isCallOf returns whether a call belongs to a person
   * @param commentEraser erases the comments of the calls of a person, and returns these calls
   */
  public InMemoryAudit(
      BiPredicate<UUID, UUID> isCallOf, BiFunction<UUID, Instant, List<Call>> commentEraser) {
    this.isCallOf = isCallOf;
    this.commentEraser = commentEraser;
  }

  /** Sets the functions that find the names of actors. */
  public void nameActors(
      Function<ActorId, Optional<Name>> officers, Function<ActorId, Optional<Name>> keys) {
    officerNames = officers;
    keyNames = keys;
  }

  @Override
  public synchronized void record(AuditEntry entry) {
    lines.add(new Line(ids.next(entry.at()), entry));
  }

  @Override
  public synchronized void recordAll(List<AuditEntry> entries) {
    entries.forEach(this::record);
  }

  @Override
  public synchronized boolean blankAuditValues(
      SubjectType type, UUID person, ActorId actor, Instant now) {
    @Nullable RegionPath region =
        lines.reversed().stream()
            .map(line -> line.entry().subject())
            .filter(subject -> subject != null && person.equals(subject.id()))
            .map(Subject::region)
            .findFirst()
            .orElse(null);
    int blanked = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      AuditEntry without = blanked(line.entry(), person);
      blanked += values(line.entry()) - values(without);
      lines.set(i, new Line(line.id(), without));
    }
    record(
        new AuditEntry(
            now,
            actor,
            Origin.INTERNAL,
            AuditAction.PERSONAL_VALUES_BLANKED,
            new Subject(type, person, region, Set.of(person)),
            AuditOutcome.DONE,
            List.of(FieldChange.of("values", blanked, 0))));
    return false;
  }

  @Override
  public Optional<UUID> eraseComments(
      SubjectType type, UUID person, @Nullable UUID after, ActorId actor, Instant now) {
    for (Call call : commentEraser.apply(person, now)) {
      List<FieldChange> changes = new ArrayList<>();
      if (call.facts().comment() != null) {
        changes.add(new FieldChange("comment", null, null, true));
      }
      if (type == SubjectType.CLIENT && call.facts().number() != null) {
        changes.add(new FieldChange("number", null, null, true));
      }
      record(
          new AuditEntry(
              now,
              actor,
              Origin.INTERNAL,
              AuditAction.CALL_ERASED,
              Subject.of(call, call),
              AuditOutcome.DONE,
              changes));
    }
    return Optional.empty();
  }

  @Override
  public synchronized Slice<AuditView, ByTime> list(
      AuditFilter filter, Visibility visibility, Paging<ByTime> paging) {
    return Ordering.page(
        lines.stream()
            .filter(line -> isVisible(line.entry(), visibility) && passes(line.entry(), filter))
            .map(this::view),
        view -> new ByTime(view.at(), view.id()),
        Ordering.BY_TIME.reversed(),
        paging);
  }

  /** Returns all entries, oldest first. */
  public synchronized List<AuditEntry> entries() {
    return lines.stream().map(Line::entry).toList();
  }

  /** Returns the only entry. */
  public AuditEntry only() {
    List<AuditEntry> all = entries();
    if (all.size() != 1) {
      throw new AssertionError("Not one line: " + all);
    }
    return all.getFirst();
  }

  private AuditEntry blanked(AuditEntry entry, UUID person) {
    Subject subject = entry.subject();
    boolean about = subject != null && subject.persons().contains(person);
    boolean call =
        subject != null
            && subject.type() == SubjectType.CALL
            && subject.id() != null
            && isCallOf.test(subject.id(), person);
    boolean here = entry.actor() == null ? about : entry.actor().value().equals(person);
    return new AuditEntry(
        entry.at(),
        entry.actor(),
        here ? Origin.INTERNAL : entry.origin(),
        entry.action(),
        subject,
        entry.outcome(),
        entry.changes().stream()
            .map(c ->
                c.personal() && (about || call) ? new FieldChange(c.field(), null, null, true) : c)
            .toList());
  }

  private static int values(AuditEntry entry) {
    long fields =
        entry.changes().stream().filter(change -> change.personal() && change.changes()).count();
    return (int) fields + (entry.origin().address() == null ? 0 : 1);
  }

  private static boolean isVisible(AuditEntry entry, Visibility visibility) {
    Subject subject = entry.subject();
    return switch (visibility) {
      case Visibility.Everything _ -> true;
      case Part(Territory territory, OfficerId owner) when territory.isEmpty() && owner != null ->
          ActorId.of(owner).equals(entry.actor())
              || (subject != null && owner.value().equals(subject.id()));
      case Part(Territory territory, _) ->
          subject != null && subject.region() != null && territory.contains(subject.region());
    };
  }

  private static boolean passes(AuditEntry entry, AuditFilter filter) {
    Subject subject = entry.subject();
    return (filter.actors().isEmpty()
            || (entry.actor() != null && filter.actors().contains(entry.actor())))
        && (filter.subjectTypes().isEmpty()
            || (subject != null && filter.subjectTypes().contains(subject.type())))
        && (filter.subject() == null || (subject != null && filter.subject().equals(subject.id())))
        && (filter.actions().isEmpty() || filter.actions().contains(entry.action()))
        && (filter.outcome() == null || filter.outcome() == entry.outcome())
        && (filter.from() == null || !entry.at().isBefore(filter.from()))
        && (filter.to() == null || entry.at().isBefore(filter.to()));
  }

  private AuditView view(Line line) {
    AuditEntry entry = line.entry();
    ActorId actor = entry.actor();
    Optional<Name> key = Optional.ofNullable(actor).flatMap(keyNames);
    Optional<Name> name = key.or(() -> Optional.ofNullable(actor).flatMap(officerNames));
    Subject subject = entry.subject();
    return new AuditView(
        line.id(),
        entry.at(),
        actor,
        actor == null ? null : key.isPresent() ? ActorKind.KEY : ActorKind.OFFICER,
        name.map(Name::value).orElse(null),
        entry.origin().address(),
        entry.action().name(),
        subject == null ? null : subject.type().name(),
        subject == null ? null : subject.id(),
        entry.outcome(),
        entry.changes());
  }
}
