package io.calllog.application.imports.port.out;

import io.calllog.application.imports.CallRow;
import io.calllog.application.imports.ClientRow;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.FollowUpRow;
import io.calllog.application.imports.OfficerRow;
import java.util.List;

/**
 * Reads the fields of a row with the rules of requests, and with some more notations. Each method
 * throws {@link io.calllog.domain.shared.InvalidInput} with all errors. Thread-safe.
 */
public interface RowReader {

  CallRow call(List<String> columns, FileRow row);

  ClientRow client(List<String> columns, FileRow row);

  OfficerRow officer(List<String> columns, FileRow row);

  FollowUpRow followUp(List<String> columns, FileRow row);
}
