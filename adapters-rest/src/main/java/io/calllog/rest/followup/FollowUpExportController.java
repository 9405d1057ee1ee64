package io.calllog.rest.followup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.followup.port.in.FollowUpQueries;
import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.call.CallId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.export.Column;
import io.calllog.rest.shared.export.Csv;
import io.calllog.rest.shared.export.CsvParameters;
import io.calllog.rest.shared.export.ExportResponse;
import io.calllog.rest.shared.export.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Lists of follow-ups as files. */
@RestController
class FollowUpExportController {

  /** The properties of {@link FollowUpResponse}. */
  private static final List<Column<FollowUpView>> COLUMNS =
      List.of(
          followUp("id", followUp -> followUp.id().value()),
          followUp("clientId", followUp -> followUp.clientId().value()),
          new Column<>("clientName", FollowUpView::clientName),
          detail("officerId", details -> details.officerId().value()),
          new Column<>("officerName", FollowUpView::officerName),
          detail("dueAt", FollowUpDetails::dueAt),
          detail("note", details -> details.note() == null ? null : details.note().value()),
          detail("state", details -> details.state().name()),
          followUp("fromCallId", followUp -> id(followUp.fromCallId())),
          followUp("doneByCallId", followUp -> id(followUp.doneByCallId())),
          followUp("doneAt", FollowUp::doneAt),
          followUp("createdAt", FollowUp::createdAt),
          followUp("updatedAt", FollowUp::updatedAt),
          followUp("version", FollowUp::version));

  /** The query parameters of a list as CSV. */
  record CsvFileParameters(
      @JsonUnwrapped FollowUpFilterParameters filter, @JsonUnwrapped CsvParameters csv) {}

  private final FollowUpQueries queries;
  private final Sheet sheet;

  FollowUpExportController(FollowUpQueries queries, ReportingZone zone) {
    this.queries = queries;
    this.sheet = new Sheet(zone);
  }

  @GetMapping(
      path = {"/api/follow-ups", "/api/follow-ups.csv"},
      produces = Csv.TEXT_CSV)
  void csv(Actor actor, @QueryParameters CsvFileParameters parameters, ServletWebRequest request)
      throws IOException {
    write(actor, parameters.filter(), new ExportResponse(request, parameters.csv().toCsv()));
  }

  @GetMapping(
      path = {"/api/follow-ups", "/api/follow-ups.xlsx"},
      produces = Sheet.XLSX)
  void sheet(
      Actor actor, @QueryParameters FollowUpFilterParameters filter, ServletWebRequest request)
      throws IOException {
    write(actor, filter, new ExportResponse(request, sheet));
  }

  private void write(Actor actor, FollowUpFilterParameters parameters, ExportResponse response)
      throws IOException {
    FollowUpFilter filter = parameters.toFilter();
    response.write(COLUMNS, export -> queries.export(actor, filter, export));
  }

  private static @Nullable UUID id(@Nullable CallId call) {
    return call == null ? null : call.value();
  }

  private static Column<FollowUpView> followUp(
      String name, Function<FollowUp, @Nullable Object> value) {
    return new Column<>(name, view -> value.apply(view.followUp()));
  }

  private static Column<FollowUpView> detail(
      String name, Function<FollowUpDetails, @Nullable Object> value) {
    return followUp(name, followUp -> value.apply(followUp.details()));
  }
}
