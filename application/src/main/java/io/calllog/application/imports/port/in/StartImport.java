package io.calllog.application.imports.port.in;

import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.ImportKind;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ImportId;
import java.util.Iterator;
import java.util.List;

/** Receives a file. A job adds its rows afterwards. */
public interface StartImport {

  /**
   * Stores the rows and starts the job. If reading the rows fails, nothing is left.
   *
   * @param rows are read as they arrive; exceptions are passed on
   * @throws io.calllog.domain.shared.NotPermitted unless the actor is an administrator or, for
   *     calls and clients, a manager
   * @throws io.calllog.application.shared.Overloaded if this node receives too many files
   */
  ImportId start(Command command, Iterator<FileRow> rows);

  /** The parameters. With {@code dryRun}, rows are only checked. */
  record Command(Caller caller, ImportKind kind, boolean dryRun, List<String> columns) {}
}
