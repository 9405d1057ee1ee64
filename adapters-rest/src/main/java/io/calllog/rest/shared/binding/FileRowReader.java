package io.calllog.rest.shared.binding;

import io.calllog.application.imports.CallRow;
import io.calllog.application.imports.ClientRow;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.FollowUpRow;
import io.calllog.application.imports.OfficerRow;
import io.calllog.application.imports.port.out.RowReader;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.InvalidInput;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads rows like the properties of a body in JSON. */
@Component
class FileRowReader implements RowReader {

  private final RecordBinder binder;
  private final ZoneId zone;

  FileRowReader(RecordBinder binder, ReportingZone zone) {
    this.binder = binder;
    this.zone = zone.id();
  }

  @Override
  public CallRow call(List<String> columns, FileRow row) {
    return read(CallRow.class, columns, row);
  }

  @Override
  public ClientRow client(List<String> columns, FileRow row) {
    return read(ClientRow.class, columns, row);
  }

  @Override
  public OfficerRow officer(List<String> columns, FileRow row) {
    return read(OfficerRow.class, columns, row);
  }

  @Override
  public FollowUpRow followUp(List<String> columns, FileRow row) {
    return read(FollowUpRow.class, columns, row);
  }

  private <R extends Record> R read(Class<R> type, List<String> columns, FileRow row) {
    if (row.fields().size() != columns.size()) {
      throw new InvalidInput(
          "",
          "malformed-csv",
          "has %s fields, but the header has %s".formatted(row.fields().size(), columns.size()));
    }
    return binder.bind(
        type, new RowSource(columns, row.fields(), binder.fields(type).names(), zone));
  }
}
