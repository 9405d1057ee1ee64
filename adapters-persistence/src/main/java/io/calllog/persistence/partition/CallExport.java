package io.calllog.persistence.partition;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.calllog.persistence.partition.PastMonths.Month;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Writes a month of calls to a file, as PostgreSQL's COPY does: CSV in UTF-8 with a header line,
 * compressed with gzip. The file has all columns but {@code changed_in}, and also the rows that are
 * marked as deleted. A second file has its checksum, in the format of {@code sha256sum}.
 */
final class CallExport {

  /** The names of the columns to export, as one value. */
  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = 'calls'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        AND attname <> 'changed_in'
      """;

  private final Path directory;

  CallExport(Path directory) {
    this.directory = directory;
  }

  /**
   * A complete export.
   *
   * @param lastChange the last transaction that changed a row; null without rows
   * @param file its name
   * @param sha256 of the file
   */
  record Written(long rows, @Nullable String lastChange, String file, String sha256) {}

  /**
   * Writes the file, reads it again, and only then gives it its name. The transaction reads a
   * snapshot, and all earlier months have been dropped.
   *
   * @throws IllegalStateException if the file does not have all rows or cannot be read again
   */
  Written write(Month month, Connection connection) throws SQLException {
    String name = month.partition() + ".csv.gz";
    Path part = directory.resolve(name + "." + UUID.randomUUID() + ".part");
    try {
      try {
        String rows = " FROM calls WHERE id < call_id_bound('%s')".formatted(month.ends());
        MessageDigest written = sha256();
        long copied =
            copy("SELECT " + value(connection, COLUMNS) + rows, part, written, connection);
        String expected = value(connection, "SELECT count(*)" + rows);
        if (!String.valueOf(copied).equals(expected)) {
          throw new IllegalStateException(
              month.partition() + " has " + expected + " rows, but the file has " + copied);
        }
        String checksum = HexFormat.of().formatHex(written.digest());
        if (!checksum.equals(readAgain(part))) {
          throw new IllegalStateException("The file is not what was written: " + part);
        }
        String lastChange = value(connection, "SELECT max(changed_in)" + rows);
        Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(directory.resolve(name + ".sha256"), checksum + "  " + name + "\n");
        force(directory.resolve(name + ".sha256"));
        force(directory);
        return new Written(copied, lastChange, name, checksum);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only the owner of the file may read it: it contains personal data. */
  private static long copy(String rows, Path file, MessageDigest written, Connection connection)
      throws IOException, SQLException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      try (OutputStream compressed =
          new GZIPOutputStream(
              new DigestOutputStream(
                  new BufferedOutputStream(Channels.newOutputStream(channel)), written))) {
        return connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY (%s ORDER BY id) TO STDOUT (FORMAT csv, HEADER)".formatted(rows), compressed);
      }
    }
  }

  /** Returns the checksum of the file. Its end has a checksum of the rows, which is compared. */
  private static String readAgain(Path file) throws IOException {
    force(file);
    MessageDigest read = sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), read);
        InputStream rows = new GZIPInputStream(bytes)) {
      rows.transferTo(OutputStream.nullOutputStream());
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(read.digest());
  }

  private static void force(Path written) throws IOException {
    try (var channel = FileChannel.open(written, READ)) {
      channel.force(true);
    }
  }

  private static @Nullable String value(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
