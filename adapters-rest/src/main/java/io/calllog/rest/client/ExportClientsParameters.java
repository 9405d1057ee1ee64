package io.calllog.rest.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.SearchText;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.export.Csv;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of clients as a file: those of the list, except those about pages. */
sealed interface ExportClientsParameters {

  Set<ClientStatus> status();

  @Nullable RegionPath region();

  Set<OfficerId> ownerId();

  @Nullable ExternalId externalId();

  @Nullable SearchText q();

  default ClientFilter toFilter() {
    return new ClientFilter(status(), region(), ownerId(), externalId(), q());
  }

  record SheetParameters(
      Set<ClientStatus> status,
      @Nullable RegionPath region,
      Set<OfficerId> ownerId,
      @Nullable ExternalId externalId,
      @Nullable SearchText q)
      implements ExportClientsParameters {}

  record CsvParameters(
      Set<ClientStatus> status,
      @Nullable RegionPath region,
      Set<OfficerId> ownerId,
      @Nullable ExternalId externalId,
      @Nullable SearchText q,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ExportClientsParameters {

    Csv csv() {
      return Csv.of(bom, separator);
    }
  }
}
