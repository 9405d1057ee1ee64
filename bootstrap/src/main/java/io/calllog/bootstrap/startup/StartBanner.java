package io.calllog.bootstrap.startup;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Prints the addresses and accounts of local mode, and how to use your own servers. */
final class StartBanner implements ApplicationListener<ApplicationReadyEvent> {

  private static final String SIGN_INS = "calllog.local.sign-ins";

  private final Environment environment;
  private final PrintStream console;

  StartBanner(Environment environment, PrintStream console) {
    this.environment = environment;
    this.console = console;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    String url = "http://localhost:" + environment.getProperty("local.server.port");
    console.printf(
        """

          The application runs at  %s
          Try the API at           %s/swagger-ui.html
        %s
          It uses its own PostgreSQL and Redis, for this machine only. To use others, set
            SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD
            SPRING_DATA_REDIS_URL
          Ctrl-C stops everything. The data is kept.

        """,
        url, url, signIns());
  }

  private String signIns() {
    List<String> lines =
        Binder.get(environment).bind(SIGN_INS, Bindable.listOf(String.class)).orElse(List.of());
    return lines.isEmpty()
        ? ""
        : lines.stream()
            .map("    %s%n"::formatted)
            .collect(Collectors.joining("", "  Sign in as%n".formatted(), ""));
  }
}
