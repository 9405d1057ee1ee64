package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseUnusableFailureAnalyzerTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void names_the_server_and_the_reason() {
    environment.setProperty("spring.datasource.url", "jdbc:postgresql://db.example:5433/calllog");
    var refused = new SQLException("Connection to db.example:5433 refused.", "08001");
    assertThat(analyzed(new IllegalStateException("start failed", refused)))
        .isNotNull()
        .extracting(FailureAnalysis::getDescription)
        .asString()
        .contains("jdbc:postgresql://db.example:5433/calllog", "Connection to db.example:5433");
  }

  @Test
  void reports_the_cause_that_the_driver_does_not_report() {
    var failure =
        new SQLException(
            "The connection attempt failed.", "08001", new UnknownHostException("db.example"));
    assertThat(analyzed(new SQLException("pool", failure)))
        .isNotNull()
        .extracting(FailureAnalysis::getDescription)
        .asString()
        .contains("UnknownHostException: db.example");
  }

  @Test
  void does_not_reveal_the_password() {
    environment.setProperty(
        "spring.datasource.url", "jdbc:postgresql://me:pwd1@db/calllog?user=me&password=pwd2");
    assertThat(analyzed(new SQLException("password authentication failed", "28P01")))
        .isNotNull()
        .extracting(FailureAnalysis::getDescription)
        .asString()
        .contains("//db/calllog")
        .doesNotContain("pwd1", "pwd2");
  }

  @Test
  void ignores_other_failures() {
    assertThat(analyzed(new SQLException("relation does not exist", "42P01"))).isNull();
    assertThat(analyzed(new IllegalStateException())).isNull();
  }

  private @Nullable FailureAnalysis analyzed(Throwable failure) {
    return new DatabaseUnusableFailureAnalyzer(environment).analyze(failure);
  }
}
