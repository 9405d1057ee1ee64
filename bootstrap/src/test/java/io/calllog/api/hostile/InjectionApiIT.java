package io.calllog.api.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.ProblemShape;
import io.calllog.api.Samples;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL in a request is never executed. */
@ApiTest
@TestInstance(Lifecycle.PER_CLASS)
class InjectionApiIT {

  private final Accounts accounts;
  private final Targets targets;

  InjectionApiIT(Api api, Accounts accounts) {
    this.accounts = accounts;
    this.targets = new Targets(api, accounts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "' OR '1'='1",
        "'; DROP TABLE calls; --",
        "x'); DELETE FROM officers; --",
        "\" OR \"\"=\"",
        "\\'; SELECT pg_sleep(30); --",
        "1; SELECT 1/0",
        "$$ $1 ?1 :name ${name} #{name} %s",
        "/* */ -- x",
        "') UNION SELECT password_hash FROM officers --",
      })
  void sql_in_any_text_has_no_effect(String sql) {
    int probes = 0;
    for (Operation operation : targets.operations()) {
      for (String name : targets.texts(operation)) {
        if (name.endsWith("assword")) {
          continue; // hashed before it reaches the database, which is slow
        }
        var body = targets.body(operation);
        body.put(name, sql);
        requireTextOnly(targets.send(operation, body));
        probes++;
      }
      for (String name : targets.queryParameters(operation)) {
        String query = "?" + name + "=" + encoded(sql);
        requireTextOnly(targets.admin().api().get(targets.address(operation) + query));
        probes++;
      }
    }
    assertThat(probes).isGreaterThan(80);
  }

  private static void requireTextOnly(Answer answer) {
    assertThat(answer.status()).as(answer.request() + answer.body()).isLessThan(500);
    if (answer.status() >= 400) {
      ProblemShape.require(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"' OR '1'='1", "%", "_", "a%", "\\", "%' --", ".*", "[a-z]"})
  void a_search_for_sql_finds_nothing(String text) {
    Account officer = accounts.officer(Accounts.newRegion()); // sees nothing of other tests
    for (String list : List.of("/api/officers", "/api/clients")) {
      Answer found = officer.api().get(list + "?q=" + encoded(text)).expect(200);
      assertThat(found.at("/items")).as(list).isEmpty();
    }
  }

  @Test
  void sql_is_stored_and_found_unchanged() {
    Account officer = targets.officer();
    String name = "Robert'); DROP TABLE clients; -- " + Accounts.unique();
    String id = officer.api().post("/api/clients", Samples.client("name", name)).expect(201).id();

    Answer found = officer.api().get("/api/clients?q=" + encoded(name)).expect(200);

    assertThat(found.at("/items")).hasSize(1);
    assertThat(found.text("/items/0/id")).isEqualTo(id);
    assertThat(found.text("/items/0/name")).isEqualTo(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
