package io.calllog.rest.call;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallView;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.export.Column;
import io.calllog.rest.shared.export.Csv;
import io.calllog.rest.shared.export.CsvParameters;
import io.calllog.rest.shared.export.ExportResponse;
import io.calllog.rest.shared.export.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Lists of calls as files. */
@RestController
class CallExportController {

  /** The properties of {@link CallResponse}. */
  static final List<Column<CallView>> COLUMNS =
      List.of(
          new Column<>("id", view -> view.id().value()),
          call("officerId", call -> call.officerId().value()),
          new Column<>("officerName", CallView::officerName),
          fact("clientId", facts -> facts.clientId() == null ? null : facts.clientId().value()),
          new Column<>("clientName", CallView::clientName),
          fact("type", facts -> facts.type().name()),
          fact("outcome", facts -> facts.outcome().name()),
          fact("durationSeconds", facts -> facts.durationSeconds().seconds()),
          fact("startedAt", CallFacts::startedAt),
          fact("comment", facts -> facts.comment() == null ? null : facts.comment().value()),
          fact(
              "externalId",
              facts -> facts.externalId() == null ? null : facts.externalId().value()),
          fact("number", CallFacts::number),
          call("region", call -> call.region().path()),
          call("loggedById", call -> call.loggedBy().value()),
          new Column<>("loggedByName", CallView::loggedByName),
          call("loggedAt", Call::loggedAt),
          call("updatedAt", Call::updatedAt),
          call("version", Call::version));

  /** The query parameters of a list as CSV. */
  record CsvFileParameters(
      @JsonUnwrapped CallFilterParameters filter, @JsonUnwrapped CsvParameters csv) {}

  private final CallQueries queries;
  private final Sheet sheet;

  CallExportController(CallQueries queries, ReportingZone zone) {
    this.queries = queries;
    this.sheet = new Sheet(zone);
  }

  @GetMapping(
      path = {"/api/calls", "/api/calls.csv"},
      produces = Csv.TEXT_CSV)
  void csv(Actor actor, @QueryParameters CsvFileParameters parameters, ServletWebRequest request)
      throws IOException {
    write(actor, parameters.filter(), new ExportResponse(request, parameters.csv().toCsv()));
  }

  @GetMapping(
      path = {"/api/calls", "/api/calls.xlsx"},
      produces = Sheet.XLSX)
  void sheet(Actor actor, @QueryParameters CallFilterParameters filter, ServletWebRequest request)
      throws IOException {
    write(actor, filter, new ExportResponse(request, sheet));
  }

  private void write(Actor actor, CallFilterParameters parameters, ExportResponse response)
      throws IOException {
    CallFilter filter = parameters.toFilter();
    response.write(COLUMNS, export -> queries.export(actor, filter, parameters.order(), export));
  }

  private static Column<CallView> call(String name, Function<Call, @Nullable Object> value) {
    return new Column<>(name, view -> value.apply(view.call()));
  }

  private static Column<CallView> fact(String name, Function<CallFacts, @Nullable Object> value) {
    return call(name, call -> value.apply(call.facts()));
  }
}
