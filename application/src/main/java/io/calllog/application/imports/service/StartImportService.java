package io.calllog.application.imports.service;

import static io.calllog.application.audit.AuditAction.IMPORT_STARTED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.Import;
import io.calllog.application.imports.port.in.StartImport;
import io.calllog.application.imports.port.out.ImportQueue;
import io.calllog.application.imports.port.out.ImportRepository;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Overloaded;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.Unavailable;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Stores the rows in short transactions, so that a slow upload holds neither a connection nor a
 * snapshot.
 */
@UseCase(TxMode.NONE)
final class StartImportService implements StartImport {

  private static final int MAX_UPLOADS = 4;
  private static final int ATTEMPTS = 5;
  private static final int ROWS_TOGETHER = 2_000;
  private static final int CHARACTERS_TOGETHER = 1_000_000;

  private final Semaphore uploads = new Semaphore(MAX_UPLOADS);

  private final ImportRepository imports;
  private final ImportQueue queue;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final IdSource ids;
  private final InstantSource clock;

  StartImportService(
      ImportRepository imports,
      ImportQueue queue,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock) {
    this.imports = imports;
    this.queue = queue;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public ImportId start(Command command, Iterator<FileRow> rows) {
    command.kind().requireImportableBy(command.caller().actor());
    if (!uploads.tryAcquire()) {
      throw new Overloaded();
    }
    try {
      return receive(command, rows);
    } finally {
      uploads.release();
    }
  }

  private ImportId receive(Command command, Iterator<FileRow> rows) {
    Instant now = clock.instant();
    var id = new ImportId(ids.next(now));
    var started =
        Import.create(
            id,
            command.kind(),
            command.dryRun(),
            command.columns(),
            command.caller().actor().id(),
            now);
    unitOfWork.write(() -> {
      imports.begin(started);
      return true;
    });
    boolean complete = false;
    try {
      finish(command, started.received(store(id, rows)));
      complete = true;
    } finally {
      if (!complete) {
        unitOfWork.write(() -> {
          imports.discard(id);
          return true;
        });
      }
    }
    return id;
  }

  private long store(ImportId id, Iterator<FileRow> rows) {
    long stored = 0;
    while (rows.hasNext()) {
      List<FileRow> part = new ArrayList<>();
      int characters = 0;
      while (rows.hasNext() && part.size() < ROWS_TOGETHER && characters < CHARACTERS_TOGETHER) {
        FileRow row = rows.next();
        characters += row.fields().stream().mapToInt(String::length).sum();
        part.add(row);
      }
      long first = stored;
      writeRepeatedly(() -> imports.store(id, first, part));
      stored += part.size();
    }
    return stored;
  }

  private void finish(Command command, Import received) {
    writeRepeatedly(() -> {
      if (!imports.received(received)) {
        return;
      }
      var changes =
          List.of(
              FieldChange.of("kind", null, received.kind().toString()),
              FieldChange.of("dryRun", null, String.valueOf(received.dryRun())),
              FieldChange.of("rowsTotal", null, String.valueOf(received.rowsTotal())));
      trail.record(
          done(
              clock.instant(),
              command.caller(),
              IMPORT_STARTED,
              Subject.of(received.id()),
              changes));
      queue.submit(received.id());
    });
  }

  /**
   * Tries several times, because a file may have taken an hour until here. The work must do nothing
   * if an attempt before was committed.
   */
  private void writeRepeatedly(Runnable work) {
    for (int attempt = 1; ; attempt++) {
      try {
        unitOfWork.write(() -> {
          work.run();
          return true;
        });
        return;
      } catch (Unavailable e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
