package io.calllog.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Addresses in answers are right behind a prefix. */
class PrefixApiTest {

  @Nested
  @RestOnFakes
  @TestPropertySource(properties = "server.servlet.context-path=/crm")
  class OfTheServletContext {

    private final Api api;

    OfTheServletContext(Api api) {
      this.api = Api.at(URI.create(api.base() + "/crm"));
    }

    @Test
    void is_in_all_addresses() {
      requirePrefix("/crm", new Accounts(api).admin().api());
    }

    @Test
    void leads_to_the_page_that_tries_the_interface() {
      Answer redirect = api.get("/swagger-ui.html").expect(302);
      URI page = URI.create("/crm/swagger-ui.html").resolve(redirect.header("Location"));

      assertThat(page.getPath()).isEqualTo("/crm/swagger-ui/index.html");
    }
  }

  @Nested
  @RestOnFakes
  @TestPropertySource(properties = "calllog.proxies=127.0.0.0/8")
  class OfATrustedProxy {

    private final Api api;

    OfATrustedProxy(Api api) {
      this.api = Api.at(api.base());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tools/crm", "/tools/crm/"})
    void is_in_all_addresses(String prefix) {
      requirePrefix(
          "/tools/crm", new Accounts(api).admin().api().with("X-Forwarded-Prefix", prefix));
    }

    @Test
    void may_have_parts_of_several_proxies() {
      requirePrefix(
          "/tools/crm",
          new Accounts(api).admin().api().with("X-Forwarded-Prefix", "/tools/, /crm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//elsewhere.example", "crm", "/a b", "https://x.example"})
    void is_ignored_if_it_is_not_a_path(String prefix) {
      requirePrefix("", new Accounts(api).admin().api().with("X-Forwarded-Prefix", prefix));
    }
  }

  @Nested
  @RestOnFakes
  class OfAnybodyElse {

    private final Accounts accounts;

    OfAnybodyElse(Accounts accounts) {
      this.accounts = accounts;
    }

    @Test
    void is_ignored() {
      requirePrefix("", accounts.admin().api().with("X-Forwarded-Prefix", "/crm"));
    }
  }

  private static void requirePrefix(String prefix, Api api) {
    for (String kind : List.of("calls", "clients", "regions", "officers")) {
      Answer created = api.post("/api/" + kind, body(kind)).expect(201);
      assertThat(created.header("Location"))
          .isEqualTo(prefix + "/api/" + kind + "/" + created.id());
    }
    api.post("/api/calls", Samples.call()).expect(201);
    assertThat(api.get("/api/calls?limit=1").expect(200).header("Link"))
        .startsWith("<" + prefix + "/api/calls?limit=1&cursor=");
    for (String report : List.of("volumes", "summary", "types", "outcomes")) {
      String links = api.get("/api/analytics/" + report).expect(200).body();
      assertThat(links).contains("\"calls\":\"" + prefix + "/api/calls?from=");
    }
    Answer registered = api.anonymous().post("/api/auth/register", person()).expect(201);
    assertThat(registered.header("Location"))
        .isEqualTo(prefix + "/api/officers/" + registered.text("/officer/id"));
    assertThat(api.get("/api/calls/none").expect(400).text("/instance"))
        .isEqualTo(prefix + "/api/calls/none");
    assertThat(api.get("/v3/api-docs").expect(200).text("/servers/0/url"))
        .isEqualTo(prefix.isEmpty() ? "/" : prefix);
    assertThat(api.get("/v3/api-docs.yaml").expect(200).body())
        .contains("\nservers:\n  - {url: " + (prefix.isEmpty() ? "/" : prefix) + "}\n");
  }

  private static Object body(String kind) {
    return switch (kind) {
      case "calls" -> Samples.call();
      case "clients" -> Samples.client();
      case "regions" -> Api.json("path", Accounts.newRegion());
      default -> person();
    };
  }

  private static Object person() {
    String email = Accounts.unique() + "@calllog.example";
    return Api.json("name", "Ada", "email", email, "password", Accounts.PASSWORD);
  }
}
