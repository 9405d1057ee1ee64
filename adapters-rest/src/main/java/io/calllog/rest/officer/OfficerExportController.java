package io.calllog.rest.officer;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.officer.port.in.OfficerQueries;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.shared.RegionPath;
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

/** Lists of officers as files. */
@RestController
class OfficerExportController {

  /** Between regions. No path contains it. */
  private static final String REGION_SEPARATOR = "|";

  /** The properties of {@link OfficerResponse}. */
  private static final List<Column<OfficerView>> COLUMNS =
      List.of(
          new Column<>("id", officer -> officer.id().value()),
          detail("name", details -> details.name().value()),
          detail("email", details -> details.email().value()),
          detail("phone", OfficerDetails::phone),
          detail("region", details -> details.region().path()),
          detail("role", details -> details.role().name()),
          detail("status", details -> details.status().name()),
          detail("leads", OfficerExportController::leads),
          new Column<>("createdAt", OfficerView::createdAt),
          new Column<>("updatedAt", OfficerView::updatedAt),
          new Column<>("version", OfficerView::version));

  /** The query parameters of a list as CSV. */
  record CsvFileParameters(
      @JsonUnwrapped OfficerFilterParameters filter, @JsonUnwrapped CsvParameters csv) {}

  private final OfficerQueries queries;
  private final Sheet sheet;

  OfficerExportController(OfficerQueries queries, ReportingZone zone) {
    this.queries = queries;
    this.sheet = new Sheet(zone);
  }

  @GetMapping(
      path = {"/api/officers", "/api/officers.csv"},
      produces = Csv.TEXT_CSV)
  void csv(Actor actor, @QueryParameters CsvFileParameters parameters, ServletWebRequest request)
      throws IOException {
    write(actor, parameters.filter(), new ExportResponse(request, parameters.csv().toCsv()));
  }

  @GetMapping(
      path = {"/api/officers", "/api/officers.xlsx"},
      produces = Sheet.XLSX)
  void sheet(
      Actor actor, @QueryParameters OfficerFilterParameters filter, ServletWebRequest request)
      throws IOException {
    write(actor, filter, new ExportResponse(request, sheet));
  }

  private void write(Actor actor, OfficerFilterParameters parameters, ExportResponse response)
      throws IOException {
    response.write(COLUMNS, export -> queries.export(actor, parameters.toFilter(), export));
  }

  private static String leads(OfficerDetails details) {
    return details.ledRegions().stream().map(RegionPath::path).collect(joining(REGION_SEPARATOR));
  }

  private static Column<OfficerView> detail(
      String name, Function<OfficerDetails, @Nullable Object> value) {
    return new Column<>(name, officer -> value.apply(officer.details()));
  }
}
