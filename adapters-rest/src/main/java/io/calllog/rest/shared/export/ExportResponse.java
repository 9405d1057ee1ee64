package io.calllog.rest.shared.export;

import io.calllog.application.shared.Export;
import io.calllog.rest.shared.export.TableFormat.Rows;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The response to a request for a whole list as a file. It begins with the first item, so that a
 * failure before it is answered like that of every other request. A later failure closes the
 * connection, so that nobody takes a part of the file for all of it. HEAD does not read the list.
 * Not thread-safe.
 */
public final class ExportResponse {

  private static final Logger LOG = LoggerFactory.getLogger(ExportResponse.class);

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final TableFormat format;

  /** A response with CSV or a sheet. */
  public ExportResponse(ServletWebRequest request, TableFormat format) {
    this.request = request.getRequest();
    this.response = Objects.requireNonNull(request.getResponse());
    this.format = format;
  }

  /**
   * Writes the list.
   *
   * @param list passes on the items of the list
   */
  public <T> void write(List<Column<T>> columns, Consumer<Export<T>> list) throws IOException {
    if (request.getMethod().equals("HEAD")) {
      setHeaders();
      return;
    }
    var file = new File<T>(columns);
    try {
      list.accept(new Export<>(format.maxRows(), file::add));
      file.finish();
    } catch (UncheckedIOException e) { // the client no longer reads
      throw e.getCause();
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        throw e;
      }
      LOG.warn(
          "The export {} ended early: {}",
          request.getRequestURI(),
          NestedExceptionUtils.getMostSpecificCause(e).toString().replaceAll("\\s+", " "));
      throw new CloseNowException("The export is not complete", e);
    } finally {
      file.writing.exceptionally(_ -> null).join(); // after that, the response may be used again
    }
  }

  private void setHeaders() {
    response.setContentType(format.mediaType().toString());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName() + '"');
  }

  /** The name of the list, which is the last segment of the path. */
  private String fileName() {
    String path = request.getRequestURI();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(format.extension()) ? name : name + format.extension();
  }

  /**
   * The file in the response, which begins with the first row. A thread of its own writes some rows
   * while the next ones are read, which takes about as long.
   */
  private final class File<T> {

    private static final int BATCH = 1_000;

    private final List<Column<T>> columns;
    private @Nullable Rows rows;
    private List<T> batch = new ArrayList<>(BATCH);
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    File(List<Column<T>> columns) {
      this.columns = columns;
    }

    void add(T item) {
      batch.add(item);
      if (batch.size() == BATCH) {
        awaitWritten();
        List<T> full = batch;
        batch = new ArrayList<>(BATCH);
        writing =
            CompletableFuture.runAsync(() -> full.forEach(this::write), Thread::startVirtualThread);
      }
    }

    void finish() throws IOException {
      awaitWritten();
      batch.forEach(this::write);
      rows().finish();
    }

    private void awaitWritten() {
      try {
        writing.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException failure ? failure : e;
      }
    }

    private void write(T item) {
      List<@Nullable Object> row = new ArrayList<>(columns.size());
      for (Column<T> column : columns) {
        row.add(column.value().apply(item));
      }
      try {
        rows().write(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Rows rows() throws IOException {
      Rows open = rows;
      if (open == null) {
        setHeaders();
        response.flushBuffer();
        open = format.open(response.getOutputStream(), columns.stream().map(Column::name).toList());
        rows = open;
      }
      return open;
    }
  }
}
