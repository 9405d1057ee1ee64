package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ExtensionFailureAnalyzerTest {

  private final ExtensionFailureAnalyzer analyzer = new ExtensionFailureAnalyzer();

  @Test
  void says_what_to_do_when_the_extension_cannot_be_created() {
    var refused = new SQLException("permission denied to create extension \"pg_trgm\"", "42501");
    var failure = new FlywayException("Statement: CREATE EXTENSION IF NOT EXISTS pg_trgm", refused);

    FailureAnalysis analysis = analyzer.analyze(new IllegalStateException(failure));

    assertThat(analysis).isNotNull();
    assertThat(analysis.getDescription())
        .isEqualTo("The migrations cannot use the extension pg_trgm: " + refused.getMessage());
    assertThat(analysis.getAction()).contains("CREATE EXTENSION pg_trgm", "GRANT USAGE");
  }

  @Test
  void does_not_explain_other_failures() {
    var failure = new FlywayException("Statement: CREATE TABLE clients");

    assertThat(analyzer.analyze(new IllegalStateException(failure))).isNull();
  }
}
