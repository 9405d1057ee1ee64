package io.calllog.local.demo;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Loads the demo organisation in local mode, once the tables are there and before anybody is
 * served, and tells how to sign in to it. Switched off by {@code calllog.demo=false}.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty({"calllog.local", "calllog.demo"})
public final class DemoAutoConfiguration {

  @Bean
  @DependsOnDatabaseInitialization
  DemoLoader demoLoader(DataSource database, ConfigurableEnvironment environment)
      throws SQLException, IOException {
    DemoLoader loader = new DemoLoader(database, InstantSource.system());
    loader.loadIfEmpty();
    environment.getPropertySources().addLast(signIns());
    return loader;
  }

  private static MapPropertySource signIns() {
    return new MapPropertySource(
        "calllog-demo",
        Map.of(
            "calllog.local.sign-ins[0]", signIn("admin", "sees everything"),
            "calllog.local.sign-ins[1]", signIn("manager", "leads EMEA/UK"),
            "calllog.local.sign-ins[2]", signIn("officer", "calls from EMEA/UK/London")));
  }

  private static String signIn(String mailbox, String who) {
    return "%-30s %s   (%s)"
        .formatted(mailbox + "@" + DemoOrganisation.DOMAIN, DemoOrganisation.PASSWORD, who);
  }
}
