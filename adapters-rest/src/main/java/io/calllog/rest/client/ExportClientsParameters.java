package io.calllog.rest.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.SearchText;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
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

  @Nullable Phone phone();

  default ClientFilter toFilter() {
    Phone phone = phone();
    return new ClientFilter(
        status(), region(), ownerId(), externalId(), q(), phone == null ? null : phone.number());
  }

  record SheetParameters(
      Set<ClientStatus> status,
      @Nullable RegionPath region,
      Set<OfficerId> ownerId,
      @Nullable ExternalId externalId,
      @Nullable SearchText q,
      @Nullable Phone phone)
      implements ExportClientsParameters {}

  record CsvParameters(
      Set<ClientStatus> status,
      @Nullable RegionPath region,
      Set<OfficerId> ownerId,
      @Nullable ExternalId externalId,
      @Nullable SearchText q,
      @Nullable Phone phone,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ExportClientsParameters {

    Csv csv() {
      return Csv.of(bom, separator);
    }
  }
}
