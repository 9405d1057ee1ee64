package io.calllog.rest.shared.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A format of files with rows and columns. Thread-safe. */
public interface TableFormat {

  MediaType mediaType();

  /** The extension of the names of files, with the dot. */
  String extension();

  /** The maximum number of rows, without the header. */
  long maxRows();

  /** Writes the header. */
  Rows open(OutputStream out, List<String> header) throws IOException;

  /** The rows of a file. Not thread-safe. */
  interface Rows {

    /** Writes a row with text, numbers, instants, phone numbers, UUIDs, and null. */
    void write(List<? extends @Nullable Object> row) throws IOException;

    /** Writes what is left. Without it, the file is not complete. */
    void finish() throws IOException;
  }
}
