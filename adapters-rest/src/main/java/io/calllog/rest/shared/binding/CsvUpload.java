package io.calllog.rest.shared.binding;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.http.MediaType;

/**
 * A body with CSV in UTF-8, which is read while it arrives. {@link RequestHeadCheck} has checked
 * its media type and its {@code Content-Length}.
 */
public final class CsvUpload {

  /** The media type of the body. */
  static final MediaType MEDIA_TYPE = new MediaType("text", "csv");

  /** 1 GiB. */
  static final int MAX_BYTES = 1024 * 1024 * 1024;

  private final InputStream body;

  CsvUpload(InputStream body) {
    this.body = body;
  }

  /**
   * Reads the header, and the rows with a function. What the function throws is passed on.
   *
   * @throws io.calllog.rest.shared.problem.MalformedRequest if the body is too large, also while
   *     the rows are read
   * @throws io.calllog.domain.shared.InvalidInput if the body is not CSV or not UTF-8, also while
   *     the rows are read
   */
  public <T> T read(Function<CsvFile, T> rows) throws IOException {
    return CsvFile.read(body, MAX_BYTES, rows);
  }
}
