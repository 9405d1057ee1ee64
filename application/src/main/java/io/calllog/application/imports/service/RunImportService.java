package io.calllog.application.imports.service;

import static io.calllog.application.audit.AuditAction.IMPORT_FINISHED;

import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.call.CallLogging;
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.client.ClientCreation;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.Import;
import io.calllog.application.imports.ImportKind;
import io.calllog.application.imports.ImportState;
import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.port.in.RunImport;
import io.calllog.application.imports.port.out.ImportMatches;
import io.calllog.application.imports.port.out.ImportRepository;
import io.calllog.application.imports.port.out.RowReader;
import io.calllog.application.key.port.out.ApiKeyViews;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.ServiceFailure;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.NotPermitted;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds the rows of a part, its errors and the progress in one transaction that locks the import.
 * The number of rows that are done decides which part is next.
 */
@UseCase(TxMode.NONE)
final class RunImportService implements RunImport {

  private final ImportRepository imports;
  private final OfficerRepository officers;
  private final ApiKeyViews keys;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final Map<ImportKind, RowsOfKind> kinds;

  RunImportService(
      ImportRepository imports,
      RowReader reader,
      ImportMatches matches,
      CallRepository calls,
      CallViews callViews,
      CallReferences references,
      ClientRepository clients,
      ClientViews clientViews,
      OfficerRepository officers,
      OfficerViews officerViews,
      ApiKeyViews keys,
      AuditTrail trail,
      AuditViews audit,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock) {
    this.imports = imports;
    this.officers = officers;
    this.keys = keys;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    var logging = new CallLogging(calls, callViews, references, clientViews, audit, ids, clock);
    var creation = new ClientCreation(clients, clientViews, officerViews, trail, audit, ids, clock);
    this.kinds =
        Map.of(
            ImportKind.CALLS,
            new CallRows(reader, matches, logging, callViews),
            ImportKind.CLIENTS,
            new ClientRows(reader, matches, creation, clientViews),
            ImportKind.OFFICERS,
            new OfficerRows(reader, officers, trail, ids, clock));
  }

  @Override
  public boolean run(ImportId id, BooleanSupplier stopping) {
    while (!stopping.getAsBoolean()) {
      try {
        Part part = unitOfWork.write(() -> nextPart(id)).orElse(null);
        if (part == null) {
          return true;
        }
        if (part.rows().isEmpty()) {
          end(id, ImportState.DONE, null);
        } else {
          add(part, stopping);
        }
      } catch (NotPermitted e) {
        end(id, ImportState.FAILED, e.detail());
      } catch (ServiceFailure e) {
        throw e;
      } catch (RuntimeException e) {
        if (!isLostRace(e)) {
          end(
              id,
              ImportState.FAILED,
              "An unexpected error occurred. The log of the server has the details.");
        }
        throw e;
      }
    }
    return false;
  }

  /** The rows that are next, some thousand; none at the end of the file. */
  private record Part(Import current, Caller caller, List<FileRow> rows) {}

  /** Reads the next rows. Returns nothing if the import has ended. */
  private Optional<Part> nextPart(ImportId id) {
    return imports
        .find(id)
        .filter(each -> !each.state().isFinal())
        .map(current ->
            new Part(
                current, Caller.internal(actor(current)), imports.next(id, current.rowsRead())));
  }

  private void add(Part next, BooleanSupplier stopping) {
    RowsOfKind kind = Objects.requireNonNull(kinds.get(next.current().kind()));
    List<FileRow> rows = next.rows();
    Import current = next.current();
    for (int i = 0; i < rows.size() && !stopping.getAsBoolean(); i += kind.most()) {
      List<FileRow> part = rows.subList(i, Math.min(i + kind.most(), rows.size()));
      Optional<Import> after = addPart(kind, new Part(current, next.caller(), part));
      if (after.isEmpty()) {
        return; // cancelled, or another run was faster
      }
      current = after.get();
    }
  }

  /** Adds all rows together or, if one of them prevents that, each by itself. */
  private Optional<Import> addPart(RowsOfKind kind, Part part) {
    Import current = part.current();
    List<FileRow> rows = part.rows();
    try {
      Supplier<List<RowOutcome>> adding = () -> kind.add(part.caller(), current.columns(), rows);
      return record(current, current.dryRun() ? tried(adding) : adding);
    } catch (Failure e) {
      if (isLostRace(e)) {
        throw e;
      }
      if (rows.size() == 1) {
        RowOutcome rejected = RowOutcome.rejected(rows.getFirst(), e);
        return record(current, () -> List.of(rejected));
      }
      return addEach(kind, part);
    }
  }

  private Optional<Import> addEach(RowsOfKind kind, Part part) {
    Optional<Import> current = Optional.of(part.current());
    for (FileRow row : part.rows()) {
      current = current.flatMap(each -> addPart(kind, new Part(each, part.caller(), List.of(row))));
    }
    return current;
  }

  /** Whether a lock was not available in time, which says nothing about the rows. */
  private static boolean isLostRace(RuntimeException e) {
    return e instanceof Conflict conflict && conflict.code().equals(Conflict.lostRace().code());
  }

  /** Adds rows, rolls back, and returns the outcomes. */
  private Supplier<List<RowOutcome>> tried(Supplier<List<RowOutcome>> adding) {
    try {
      return unitOfWork.write(() -> {
        throw new Tried(adding.get());
      });
    } catch (Tried tried) {
      return tried::outcomes;
    }
  }

  /**
   * Adds rows and stores the progress in a transaction. Returns nothing if the import has ended or
   * gone on meanwhile.
   */
  private Optional<Import> record(Import expected, Supplier<List<RowOutcome>> adding) {
    return unitOfWork.write(() -> {
      boolean unchanged =
          imports
              .findForUpdate(expected.id())
              .filter(each -> !each.state().isFinal() && each.rowsRead() == expected.rowsRead())
              .isPresent();
      if (!unchanged) {
        return Optional.empty();
      }
      List<RowOutcome> outcomes = adding.get();
      List<RejectedRow> errors = outcomes.stream().flatMap(each -> each.errors().stream()).toList();
      long rejected = outcomes.stream().filter(each -> each.failure() != null).count();
      long added = outcomes.stream().filter(RowOutcome::added).count();
      Import after =
          expected.after(added, outcomes.size() - added - rejected, rejected, clock.instant());
      if (!errors.isEmpty()) {
        imports.reject(expected.id(), errors);
      }
      imports.update(after);
      return Optional.of(after);
    });
  }

  /** Returns the creator of the import with the present role and territory. */
  private Actor actor(Import current) {
    ActorId creator = current.createdBy();
    Actor actor =
        officers
            .find(new OfficerId(creator.value()))
            .filter(officer -> officer.details().status().maySignIn())
            .map(officer -> officer.asActor())
            .or(() ->
                keys.find(new ApiKeyId(creator.value()))
                    .filter(view -> !view.key().isExpired(clock.instant()))
                    .map(view -> view.key().asActor()))
            .orElseThrow(() ->
                new NotPermitted("The account or the key that sent the file is no longer active."));
    current.kind().requireImportableBy(actor);
    return actor;
  }

  private void end(ImportId id, ImportState state, @Nullable String error) {
    unitOfWork.write(() -> {
      imports
          .findForUpdate(id)
          .filter(each -> !each.state().isFinal())
          .ifPresent(current -> {
            Import ended = current.ended(state, error, clock.instant());
            imports.update(ended);
            trail.record(
                new AuditEntry(
                    clock.instant(),
                    ended.createdBy(),
                    Origin.INTERNAL,
                    IMPORT_FINISHED,
                    Subject.of(ended.id()),
                    AuditOutcome.DONE,
                    summary(ended)));
          });
      return true;
    });
  }

  private static List<FieldChange> summary(Import ended) {
    return List.of(
        FieldChange.of("state", null, ended.state().name()),
        FieldChange.of("rowsAccepted", null, String.valueOf(ended.rowsAccepted())),
        FieldChange.of("rowsUnchanged", null, String.valueOf(ended.rowsUnchanged())),
        FieldChange.of("rowsRejected", null, String.valueOf(ended.rowsRejected())));
  }

  /** Rolls back the transaction of rows that are only checked. */
  private static final class Tried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final List<RowOutcome> outcomes;

    @SuppressWarnings("NullAway") // RuntimeException takes null; the JDK is not annotated
    Tried(List<RowOutcome> outcomes) {
      super(null, null, false, false);
      this.outcomes = outcomes;
    }

    List<RowOutcome> outcomes() {
      return outcomes;
    }
  }
}
