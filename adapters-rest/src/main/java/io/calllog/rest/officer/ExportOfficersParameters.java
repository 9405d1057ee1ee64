package io.calllog.rest.officer;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.shared.SearchText;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.export.Csv;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of officers as a file: those of the list, except those about pages. */
sealed interface ExportOfficersParameters {

  Set<OfficerStatus> status();

  Set<Role> role();

  @Nullable RegionPath region();

  @Nullable SearchText q();

  default OfficerFilter toFilter() {
    return new OfficerFilter(status(), role(), region(), q());
  }

  record SheetParameters(
      Set<OfficerStatus> status,
      Set<Role> role,
      @Nullable RegionPath region,
      @Nullable SearchText q)
      implements ExportOfficersParameters {}

  record CsvParameters(
      Set<OfficerStatus> status,
      Set<Role> role,
      @Nullable RegionPath region,
      @Nullable SearchText q,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ExportOfficersParameters {

    Csv csv() {
      return Csv.of(bom, separator);
    }
  }
}
