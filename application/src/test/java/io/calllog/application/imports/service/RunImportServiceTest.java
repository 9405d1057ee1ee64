package io.calllog.application.imports.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.imports.CallRow;
import io.calllog.application.imports.ClientRow;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.FollowUpRow;
import io.calllog.application.imports.Import;
import io.calllog.application.imports.ImportKind;
import io.calllog.application.imports.ImportState;
import io.calllog.application.imports.OfficerRow;
import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.port.in.RunImport;
import io.calllog.application.imports.port.out.InMemoryImports;
import io.calllog.application.imports.port.out.InMemoryMatches;
import io.calllog.application.imports.port.out.RowReader;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Unavailable;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RunImportServiceTest {

  private final Office office = new Office();
  private final InMemoryImports imports = new InMemoryImports();
  private final Rows reader = new Rows();
  private final RunImport runImport =
      new RunImportService(
          imports,
          reader,
          new InMemoryMatches(office.officers, office.clients),
          office.calls,
          office.callViews,
          office.callReferences,
          office.clients,
          office.clients,
          office.followUps,
          office.followUps,
          office.officers,
          office.officers,
          office.keys,
          office.audit,
          office.audit,
          office.unitOfWork,
          office.ids,
          office.clock);

  @Test
  void rows_are_added_once() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob");

    assertThat(runImport.run(id, () -> false)).isTrue();
    assertThat(runImport.run(id, () -> false)).isTrue();

    assertEnded(id, ImportState.DONE, 2, 0, 0);
    assertThat(clients()).containsExactly("Ada", "Bob");
  }

  @Test
  void the_same_file_again_adds_nothing() {
    runImport.run(received(ImportKind.CLIENTS, office.manager, "Ada", "Bob"), () -> false);
    ImportId again = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob", "Carl");

    runImport.run(again, () -> false);

    assertEnded(again, ImportState.DONE, 1, 2, 0);
  }

  @Test
  void a_rejected_row_does_not_stop_the_others() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", " ", "Carl");

    runImport.run(id, () -> false);

    assertEnded(id, ImportState.DONE, 2, 0, 1);
    assertThat(clients()).containsExactly("Ada", "Carl");
    assertThat(rejected(id))
        .singleElement()
        .satisfies(error -> {
          assertThat(error.row().line()).isEqualTo(3);
          assertThat(error.column()).isEqualTo("name");
        });
  }

  @Test
  void calls_that_cannot_be_added_together_are_added_one_by_one() {
    ImportId id = received(ImportKind.CALLS, office.manager, "first", "second", "third");
    reader.always(
        "second",
        () -> {
          throw new Conflict("some-conflict", "This row prevents the others.");
        });

    runImport.run(id, () -> false);

    assertEnded(id, ImportState.DONE, 2, 0, 1);
    assertThat(rejected(id)).extracting(RejectedRow::code).containsExactly("some-conflict");
  }

  @Test
  void another_run_goes_on_after_a_lost_race() {
    for (ImportKind kind : List.of(ImportKind.CLIENTS, ImportKind.CALLS)) {
      ImportId id = received(kind, office.manager, "Ada", "Bob", "Carl");
      reader.once(
          "Bob",
          () -> {
            throw Conflict.lostRace();
          });

      assertConflict("lost-race", () -> runImport.run(id, () -> false));
      assertThat(imports.find(id).orElseThrow().state().isFinal()).isFalse();
      runImport.run(id, () -> false);

      assertEnded(id, ImportState.DONE, 3, 0, 0);
    }
  }

  @Test
  void another_run_goes_on_after_an_outage() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob");
    reader.once(
        "Bob",
        () -> {
          throw new Unavailable(new IllegalStateException());
        });

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> runImport.run(id, () -> false));
    runImport.run(id, () -> false);

    assertEnded(id, ImportState.DONE, 2, 0, 0);
  }

  @Test
  void an_unexpected_error_ends_the_import() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob");
    var unexpected = new IllegalStateException("a bug");
    reader.once(
        "Bob",
        () -> {
          throw unexpected;
        });

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> runImport.run(id, () -> false))
        .isSameAs(unexpected);

    assertEnded(id, ImportState.FAILED, 1, 0, 0);
    assertThat(imports.find(id).orElseThrow().error())
        .isEqualTo("An unexpected error occurred. The log of the server has the details.");
  }

  @Test
  void a_run_that_is_stopped_leaves_the_rest_to_another_one() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob", "Carl");
    reader.once("Bob", () -> reader.stopping = true);

    assertThat(runImport.run(id, () -> reader.stopping)).isFalse();

    Import stopped = imports.find(id).orElseThrow();
    assertThat(stopped.state()).isEqualTo(ImportState.RUNNING);
    assertThat(stopped.rowsRead()).isEqualTo(2);
    assertThat(runImport.run(id, () -> false)).isTrue();
    assertEnded(id, ImportState.DONE, 3, 0, 0);
  }

  @Test
  void nothing_is_added_after_a_cancellation() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob", "Carl");
    var cancel = new CancelImportService(imports, office.audit, office.clock);

    boolean ended =
        runImport.run(id, afterRows(id, 1, () -> cancel.cancel(office.caller(office.manager), id)));

    assertThat(ended).isTrue();
    assertThat(imports.find(id).orElseThrow())
        .returns(ImportState.CANCELLED, Import::state)
        .returns(1L, Import::rowsAccepted);
    assertThat(clients()).containsExactly("Ada");
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .contains(AuditAction.IMPORT_CANCELLED)
        .doesNotContain(AuditAction.IMPORT_FINISHED);
  }

  @Test
  void a_run_that_was_overtaken_adds_no_row_again() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob", "Carl");

    boolean ended =
        runImport.run(id, afterRows(id, 1, () -> runImport.run(id, () -> rowsRead(id) == 2)));

    assertThat(ended).isTrue();

    assertEnded(id, ImportState.DONE, 3, 0, 0);
    assertThat(reader.read).containsExactly("Ada", "Bob", "Carl");
  }

  @Test
  void a_sender_who_has_left_ends_the_import() {
    ImportId id = received(ImportKind.CLIENTS, office.manager, "Ada", "Bob");
    office.officers.remove(office.manager, Samples.NOW);

    assertThat(runImport.run(id, () -> false)).isTrue();

    assertEnded(id, ImportState.FAILED, 0, 0, 0);
    assertThat(imports.find(id).orElseThrow().error())
        .isEqualTo("The account or the key that sent the file is no longer active.");
  }

  /** Stores a file with one column. */
  private ImportId received(ImportKind kind, Officer sender, String... values) {
    var id = new ImportId(office.ids.next(Samples.NOW));
    List<FileRow> rows = new ArrayList<>();
    for (String value : values) {
      rows.add(new FileRow(rows.size() + 2, List.of(value)));
    }
    Import begun =
        Import.create(
            id, kind, false, List.of("name"), sender.asActor().id(), office.clock.instant());
    imports.begin(begun);
    imports.store(id, 0, rows);
    imports.received(begun.received(rows.size()));
    return id;
  }

  private long rowsRead(ImportId id) {
    return imports.find(id).orElseThrow().rowsRead();
  }

  /** Never stops a run, but does something when it asks after these rows. */
  private BooleanSupplier afterRows(ImportId id, long rows, Runnable action) {
    return () -> {
      if (rowsRead(id) == rows) {
        action.run();
      }
      return false;
    };
  }

  private void assertEnded(
      ImportId id, ImportState state, long added, long unchanged, long rejected) {
    assertThat(imports.find(id).orElseThrow())
        .returns(state, Import::state)
        .returns(added, Import::rowsAccepted)
        .returns(unchanged, Import::rowsUnchanged)
        .returns(rejected, Import::rowsRejected);
    assertThat(office.audit.entries())
        .filteredOn(entry -> entry.action() == AuditAction.IMPORT_FINISHED)
        .filteredOn(entry -> id.value().equals(requireNonNull(entry.subject()).id()))
        .hasSize(1);
  }

  private List<String> clients() {
    return office.clients.living().stream().map(each -> each.details().name().value()).toList();
  }

  private List<RejectedRow> rejected(ImportId id) {
    List<RejectedRow> errors = new ArrayList<>();
    imports.rejected(id, Export.unlimited(errors::add));
    return errors;
  }

  /** Reads rows with one column, and does something at some of them. */
  private final class Rows implements RowReader {

    private final List<String> read = new ArrayList<>();
    private final Map<String, Runnable> actions = new HashMap<>();
    private boolean stopping;

    void always(String value, Runnable action) {
      actions.put(value, action);
    }

    void once(String value, Runnable action) {
      actions.put(
          value,
          () -> {
            actions.remove(value);
            action.run();
          });
    }

    private String value(FileRow row) {
      String value = row.fields().getFirst();
      actions.getOrDefault(value, () -> {}).run();
      read.add(value);
      return value;
    }

    @Override
    public FollowUpRow followUp(List<String> columns, FileRow row) {
      throw new AssertionError("No follow-ups here");
    }

    @Override
    public CallRow call(List<String> columns, FileRow row) {
      var comment = new Comment(value(row));
      return new CallRow(
          null,
          office.anna.id(),
          null,
          null,
          null,
          null,
          null,
          CallType.OUTGOING,
          CallOutcome.SUCCESSFUL,
          new CallDuration(60),
          Samples.NOW.minus(Duration.ofHours(row.line())),
          comment,
          null,
          null);
    }

    @Override
    public ClientRow client(List<String> columns, FileRow row) {
      var name = new Name(value(row));
      return new ClientRow(
          null, name, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public OfficerRow officer(List<String> columns, FileRow row) {
      throw new UnsupportedOperationException();
    }
  }
}
