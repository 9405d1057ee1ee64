package io.calllog.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Opens connections to the primary, if the URL names several servers and contains {@code
 * targetServerType=primary}. Asks all of them at the same time and takes the one that is the
 * primary, so a lost server delays nothing. The driver asks one server after another, with one time
 * limit for all of them. While the lost primary does not respond, it would not reach the new one.
 * Thread-safe.
 */
public final class PrimaryDataSource extends SimpleDriverDataSource {

  private static final Logger LOG = LoggerFactory.getLogger(PrimaryDataSource.class);

  private static final Pattern SEVERAL_SERVERS =
      Pattern.compile(
          "(jdbc:postgresql://)([^/?]*,[^/?]*)(.*[?&]targetServerType=(?:primary|master)(?:&.*)?)");

  private final List<String> urls;

  /**
   * Creates a data source.
   *
   * @param url one for which {@link #fits} is true
   * @param settings of the driver
   */
  public PrimaryDataSource(
      String url, @Nullable String user, @Nullable String password, Properties settings) {
    super(new Driver(), url);
    setUsername(user);
    setPassword(password);
    setConnectionProperties(settings);
    Matcher parts = SEVERAL_SERVERS.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a URL of several servers");
    }
    this.urls =
        Stream.of(parts.group(2).split(","))
            .map(server -> parts.group(1) + server + parts.group(3))
            .toList();
  }

  /** Whether the URL names several servers and asks for the primary among them. */
  public static boolean fits(String url) {
    return SEVERAL_SERVERS.matcher(url).matches();
  }

  @Override
  protected Connection getConnectionFromDriver(Properties settings) throws SQLException {
    var search = new Search(urls.size());
    for (String url : urls) {
      Thread.ofVirtual().start(() -> search.connect(url, settings));
    }
    return search.result();
  }

  /** The connection pool sets it. The driver has a setting of its own ({@code loginTimeout}). */
  @Override
  public void setLoginTimeout(int seconds) {}

  /** The attempts to open one connection. */
  private static final class Search {

    private final CompletableFuture<Connection> primary = new CompletableFuture<>();
    private final AtomicInteger attempts;
    private final AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();

    Search(int attempts) {
      this.attempts = new AtomicInteger(attempts);
    }

    void connect(String url, Properties settings) {
      try {
        Connection found = Objects.requireNonNull(new Driver().connect(url, settings));
        if (!primary.complete(found)) {
          found.close();
        }
      } catch (SQLException e) {
        LOG.debug("Not connected to one of the servers", e); // the URL may contain the password
        failure.accumulateAndGet(e, Search::moreTelling);
      } finally {
        if (attempts.decrementAndGet() == 0) { // without effect if the primary was found
          primary.completeExceptionally(
              Objects.requireNonNullElseGet(failure.get(), SQLException::new));
        }
      }
    }

    /** A server that refuses the user tells more than one that is away or a standby. */
    private static @Nullable SQLException moreTelling(
        @Nullable SQLException known, @Nullable SQLException other) {
      boolean away =
          known == null || Objects.requireNonNullElse(known.getSQLState(), "08").startsWith("08");
      return away ? other : known;
    }

    Connection result() throws SQLException {
      try {
        return primary.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SQLException("Interrupted while connecting", "08001", e);
      } finally {
        primary.cancel(false); // closes a connection that is opened later
      }
    }
  }
}
