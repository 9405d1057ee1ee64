package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.client.port.in.ClientQueries;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.Phone;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Lists of clients as files. */
@RestController
class ClientExportController {

  /** The properties of {@link ClientItemResponse}, and the name of the owner. */
  private static final List<Column<OwnedClient>> COLUMNS =
      List.of(
          client("id", client -> client.id().value()),
          detail("name", details -> details.name().value()),
          detail(
              "company", details -> details.company() == null ? null : details.company().value()),
          detail("phone", ClientDetails::phone),
          detail("phones", ClientExportController::phones),
          detail("email", details -> details.email() == null ? null : details.email().value()),
          detail(
              "address", details -> details.address() == null ? null : details.address().value()),
          detail("region", details -> details.region().path()),
          detail("status", details -> details.status().name()),
          detail(
              "ownerId", details -> details.ownerId() == null ? null : details.ownerId().value()),
          new Column<>("ownerName", OwnedClient::ownerName),
          detail(
              "externalId",
              details -> details.externalId() == null ? null : details.externalId().value()),
          detail(
              "callEvery",
              details ->
                  details.callEvery() == null ? null : details.callEvery().value().toString()),
          client("createdAt", Client::createdAt),
          client("updatedAt", Client::updatedAt),
          client("version", Client::version),
          new Column<>("calls", owned -> owned.listed().calls()),
          new Column<>("connected", owned -> owned.listed().connected()),
          new Column<>("lastCallAt", owned -> owned.listed().lastCallAt()));

  /** The query parameters of a list as CSV. */
  record CsvFileParameters(
      @JsonUnwrapped ClientFilterParameters filter, @JsonUnwrapped CsvParameters csv) {}

  private final ClientQueries queries;
  private final Sheet sheet;

  ClientExportController(ClientQueries queries, ReportingZone zone) {
    this.queries = queries;
    this.sheet = new Sheet(zone);
  }

  @GetMapping(
      path = {"/api/clients", "/api/clients.csv"},
      produces = Csv.TEXT_CSV)
  void csv(Actor actor, @QueryParameters CsvFileParameters parameters, ServletWebRequest request)
      throws IOException {
    write(actor, parameters.filter(), new ExportResponse(request, parameters.csv().toCsv()));
  }

  @GetMapping(
      path = {"/api/clients", "/api/clients.xlsx"},
      produces = Sheet.XLSX)
  void sheet(Actor actor, @QueryParameters ClientFilterParameters filter, ServletWebRequest request)
      throws IOException {
    write(actor, filter, new ExportResponse(request, sheet));
  }

  private void write(Actor actor, ClientFilterParameters parameters, ExportResponse response)
      throws IOException {
    response.write(
        COLUMNS,
        export -> queries.export(actor, parameters.toFilter(), parameters.order(), export));
  }

  private static String phones(ClientDetails details) {
    return details.phones().stream().map(Phone::toString).collect(Collectors.joining(" | "));
  }

  private static Column<OwnedClient> client(String name, Function<Client, @Nullable Object> value) {
    return new Column<>(name, owned -> value.apply(owned.listed().client()));
  }

  private static Column<OwnedClient> detail(
      String name, Function<ClientDetails, @Nullable Object> value) {
    return client(name, client -> value.apply(client.details()));
  }
}
