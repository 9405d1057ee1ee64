package io.calllog.local.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demo organisation, {@code demo.sql}, into an empty database in local mode, after the
 * migrations and before the first request. {@code calllog.demo=false} turns it off.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty({"calllog.local", "calllog.demo"})
public final class DemoAutoConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DemoAutoConfiguration.class);

  /** Printed when the application has started. */
  private static final Map<String, Object> SIGN_INS =
      Map.of(
          "calllog.local.sign-ins[0]",
          "admin@demo.calllog.example     field-demo-tour-1   (sees everything)",
          "calllog.local.sign-ins[1]",
          "manager@demo.calllog.example   field-demo-tour-1   (leads EMEA/UK)",
          "calllog.local.sign-ins[2]",
          "claire@demo.calllog.example    field-demo-tour-1   (leads EMEA/FR and EMEA/DE)",
          "calllog.local.sign-ins[3]",
          "officer@demo.calllog.example   field-demo-tour-1   (calls from EMEA/UK/London)");

  @Bean
  @DependsOnDatabaseInitialization
  InitializingBean demoOrganisation(DataSource dataSource, ConfigurableEnvironment environment) {
    return () -> {
      String script =
          new ClassPathResource("demo.sql", getClass()).getContentAsString(StandardCharsets.UTF_8);
      JdbcTemplate jdbc = new JdbcTemplate(dataSource);
      if (jdbc.queryForList("SELECT FROM officers LIMIT 1").isEmpty()) {
        long start = System.nanoTime();
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
            .executeWithoutResult(_ -> execute(script, jdbc));
        LOG.info("Loaded the demo organisation in {} ms.", (System.nanoTime() - start) / 1_000_000);
      }
      environment.getPropertySources().addLast(new MapPropertySource("calllog-demo", SIGN_INS));
    };
  }

  /** The script takes long on a slow machine. The pool restores the timeout of the connection. */
  private static void execute(String script, JdbcTemplate jdbc) {
    jdbc.execute((Connection connection) -> {
      connection.setNetworkTimeout(Runnable::run, 0);
      try (var statement = connection.createStatement()) {
        return statement.execute(script);
      }
    });
  }
}
