package io.calllog.rest.shared.binding;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.calllog.application.imports.FileRow;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.TextRules;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file with a header, which are read while it arrives. The separator is the one of
 * comma, semicolon and tab that is most frequent in the header. Rows without any value are skipped.
 * The fields of errors are paths such as {@code 3/comment}, with the line and the column. Not
 * thread-safe.
 */
public final class CsvFile implements Iterator<FileRow> {

  private static final int MAX_FIELDS = 500;
  private static final int MAX_FIELD_SIZE = 64 * 1024;
  private static final int MAX_RECORD_SIZE = 256 * 1024;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** Replaces bytes that are not UTF-8. Text in UTF-8 cannot contain it. */
  private static final char REPLACEMENT = '\udfff';

  private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");

  private final Iterator<CsvRecord> records;
  private List<String> columns = List.of();
  private long line = 1;
  private @Nullable FileRow next;

  private CsvFile(Iterator<CsvRecord> records) {
    this.records = records;
    FileRow header = read();
    if (header == null) {
      throw new InvalidInput("", "required", "must have a header with the names of the columns");
    }
    this.columns = header.fields().stream().map(TextRules::trimmed).toList();
    requireNoDuplicates(columns);
  }

  /** See {@link CsvUpload#read}. */
  static <T> T read(InputStream body, int maxBytes, Function<CsvFile, T> rows) throws IOException {
    try (Reader text = text(new Limited(body, maxBytes));
        CsvReader<CsvRecord> csv = reader(text)) {
      return rows.apply(new CsvFile(csv.iterator()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Returns the names in the header. */
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public FileRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    FileRow row = Objects.requireNonNull(next);
    next = null;
    return row;
  }

  private @Nullable FileRow read() {
    try {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        List<String> fields = row.getFields();
        requireText(fields);
        if (fields.stream().anyMatch(field -> !TextRules.isBlank(field))) {
          return new FileRow(line, fields);
        }
      }
      return null;
    } catch (CsvParseException | UncheckedIOException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException failure) {
          throw new UncheckedIOException(failure);
        }
        if (cause instanceof MalformedRequest tooLarge) {
          throw tooLarge;
        }
      }
      throw malformed(e);
    }
  }

  private InvalidInput malformed(RuntimeException e) {
    long at = line;
    String reason = "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      reason = String.valueOf(cause.getMessage());
      Matcher matcher = LINE.matcher(reason);
      if (matcher.find()) {
        at = Long.parseLong(matcher.group(1));
      }
    }
    boolean tooLong = reason.contains("maximum");
    return new InvalidInput(
        String.valueOf(at),
        tooLong ? "too-long" : "malformed-csv",
        tooLong
            ? "line %s is too long, or has too many fields".formatted(at)
            : "line %s has a quote that is not closed, or text after a closing quote"
                .formatted(at));
  }

  private void requireText(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).indexOf(REPLACEMENT) >= 0) {
        String column = i < columns.size() ? columns.get(i) : String.valueOf(i + 1);
        throw new InvalidInput(
            line + "/" + column,
            "not-utf-8",
            "line %s, column %s is not UTF-8; save the file as CSV UTF-8".formatted(line, column));
      }
    }
  }

  private static void requireNoDuplicates(List<String> names) {
    Set<String> seen = new HashSet<>();
    List<Violation> violations =
        names.stream()
            .filter(name -> !seen.add(name))
            .distinct()
            .map(name -> new Violation(name, "duplicate", "is in the header more than once"))
            .toList();
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  private static Reader text(InputStream bytes) throws IOException {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(REPLACEMENT));
    var text = new BufferedReader(new InputStreamReader(bytes, decoder), MAX_FIELD_SIZE);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private static CsvReader<CsvRecord> reader(Reader text) throws IOException {
    var limits =
        CsvRecordHandler.builder()
            .maxFields(MAX_FIELDS)
            .maxFieldSize(MAX_FIELD_SIZE)
            .maxRecordSize(MAX_RECORD_SIZE)
            .build();
    return CsvReader.builder()
        .fieldSeparator(separator(text))
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(MAX_RECORD_SIZE)
        .build(limits, text);
  }

  private static char separator(Reader text) throws IOException {
    int[] counts = new int[3];
    String separators = ",;\t";
    text.mark(MAX_FIELD_SIZE);
    for (int i = 0; i < MAX_FIELD_SIZE - 1; i++) {
      int character = text.read();
      if (character < 0 || character == '\n' || character == '\r') {
        break;
      }
      int which = separators.indexOf(character);
      if (which >= 0) {
        counts[which]++;
      }
    }
    text.reset();
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return separators.charAt(most);
  }

  /** Refuses a body that has more bytes than allowed. */
  private static final class Limited extends FilterInputStream {

    private final int maximum;
    private long count;

    Limited(InputStream body, int maximum) {
      super(body);
      this.maximum = maximum;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      if (count > maximum) {
        throw MalformedRequest.tooLarge(maximum);
      }
      return read;
    }
  }
}
