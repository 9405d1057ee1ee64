package io.calllog.rest.imports;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.port.in.CancelImport;
import io.calllog.application.imports.port.in.ImportQueries;
import io.calllog.application.imports.port.in.StartImport;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.ImportId;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.PageParameters;
import io.calllog.rest.shared.binding.CsvUpload;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.export.Column;
import io.calllog.rest.shared.export.Csv;
import io.calllog.rest.shared.export.ExportResponse;
import io.calllog.rest.shared.problem.AuditedAs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportController {

  private final StartImport start;
  private final ImportQueries queries;
  private final CancelImport cancel;

  ImportController(StartImport start, ImportQueries queries, CancelImport cancel) {
    this.start = start;
    this.queries = queries;
    this.cancel = cancel;
  }

  @PostMapping
  @AuditedAs(AuditAction.IMPORT_STARTED)
  ResponseEntity<ImportResponse> start(
      Caller caller, @QueryParameters StartImportParameters parameters, CsvUpload upload)
      throws IOException {
    boolean dryRun = Boolean.TRUE.equals(parameters.dryRun());
    ImportId id =
        upload.read(file -> {
          ImportColumns.of(parameters.kind()).check(file.columns());
          var command = new StartImport.Command(caller, parameters.kind(), dryRun, file.columns());
          return start.start(command, file);
        });
    return ResponseEntity.accepted()
        .location(Addresses.of("/api/imports/" + id))
        .body(ImportResponse.from(queries.find(caller.actor(), id)));
  }

  @GetMapping
  ResponseEntity<ItemsResponse<ImportResponse>> list(
      Actor actor, @QueryParameters PageParameters page) {
    var list = new ListRequest("imports");
    var paging = list.paging(ByTime.class, page);
    return list.answer(queries.list(actor, paging), ImportResponse::from);
  }

  @GetMapping("/{id}")
  ImportResponse get(Actor actor, @PathVariable ImportId id) {
    return ImportResponse.from(queries.find(actor, id));
  }

  @GetMapping(path = "/{id}/rejected", produces = Csv.TEXT_CSV)
  void rejected(Actor actor, @PathVariable ImportId id, ServletWebRequest request)
      throws IOException {
    List<Column<RejectedRow>> columns = columns(queries.find(actor, id).value().columns());
    new ExportResponse(request, Csv.of(null, null))
        .write(columns, export -> queries.rejected(actor, id, export));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.IMPORT_CANCELLED)
  void cancel(Caller caller, @PathVariable ImportId id) {
    cancel.cancel(caller, id);
  }

  private static List<Column<RejectedRow>> columns(List<String> ofFile) {
    List<Column<RejectedRow>> columns = new ArrayList<>();
    columns.add(new Column<>("line", error -> error.row().line()));
    columns.add(new Column<>("column", RejectedRow::column));
    columns.add(new Column<>("code", RejectedRow::code));
    columns.add(new Column<>("message", RejectedRow::message));
    for (int i = 0; i < ofFile.size(); i++) {
      int place = i;
      columns.add(
          new Column<>(
              ofFile.get(i),
              error -> {
                List<String> fields = error.row().fields();
                return place < fields.size() ? fields.get(place) : null;
              }));
    }
    return columns;
  }
}
