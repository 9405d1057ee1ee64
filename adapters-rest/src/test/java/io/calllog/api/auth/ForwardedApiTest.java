package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** The address of the client behind trusted and untrusted proxies. */
@ExtendWith(OutputCaptureExtension.class)
class ForwardedApiTest {

  private static final String DOCUMENT = "/v3/api-docs";

  @Nested
  @RestOnFakes
  class WithoutProxies {

    private final Accounts accounts;

    WithoutProxies(Accounts accounts) {
      this.accounts = accounts;
    }

    @Test
    void not_even_a_private_network_is_trusted() {
      assertThat(addressOf("192.0.2.1", accounts)).isEqualTo("127.0.0.1");
    }
  }

  @Nested
  @RestOnFakes
  @TestPropertySource(properties = "calllog.proxies=10.0.0.0/8,2001:db8::/32")
  class WithOtherProxies {

    private final Accounts accounts;
    private final Api api;

    WithOtherProxies(Accounts accounts, Api api) {
      this.accounts = accounts;
      this.api = api;
    }

    @Test
    void the_headers_of_a_client_that_is_not_named_are_ignored_with_one_warning(
        CapturedOutput output) {
      assertThat(addressOf("192.0.2.1", accounts)).isEqualTo("127.0.0.1");
      assertThat(addressOf("192.0.2.2, 10.0.0.1", accounts)).isEqualTo("127.0.0.1");
      assertThat(
              api.with("X-Forwarded-Host", "elsewhere.example")
                  .with("X-Forwarded-Proto", "https")
                  .get(DOCUMENT)
                  .expect(200)
                  .header("Strict-Transport-Security"))
          .isEmpty();
      assertThat(output.getOut().split("Ignored X-Forwarded-For from 127.0.0.1", -1)).hasSize(2);
    }
  }

  @Nested
  @RestOnFakes
  @TestPropertySource(properties = "calllog.proxies=127.0.0.0/8,10.0.0.0/8")
  class WithNamedProxies {

    private final Accounts accounts;
    private final Api api;

    WithNamedProxies(Accounts accounts, Api api) {
      this.accounts = accounts;
      this.api = api;
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            192.0.2.1, 10.0.0.1             | 192.0.2.1
            198.51.100.1                    | 198.51.100.1
            198.51.100.1:4711               | 198.51.100.1
            192.0.2.9, 198.51.100.1:4712    | 198.51.100.1
            2001:db8:0:1::1                 | 2001:db8:0:1::1
            [2001:db8:0:1::1]:4711          | 2001:db8:0:1::1
            192.0.2.9, [2001:db8:0:1::1]    | 2001:db8:0:1::1
            192.0.2.50, unknown             | 127.0.0.1
            192.0.2.51, 300.1.1.1           | 127.0.0.1
            [::1                            | 127.0.0.1
            """)
    void the_address_is_the_last_one_that_is_no_proxy(String header, String address) {
      assertThat(addressOf(header, accounts)).isEqualTo(address);
    }

    @Test
    void the_forwarded_scheme_counts(CapturedOutput output) {
      assertThat(
              api.with("X-Forwarded-Proto", "https")
                  .get(DOCUMENT)
                  .expect(200)
                  .header("Strict-Transport-Security"))
          .isNotEmpty();
      assertThat(output).doesNotContain("Ignored X-Forwarded-For");
    }
  }

  /** The address that a sign-in with this header comes from. */
  private static String addressOf(String forwardedFor, Accounts accounts) {
    Account officer = accounts.officer(Accounts.newRegion());
    officer
        .api()
        .anonymous()
        .with("X-Forwarded-For", forwardedFor)
        .post("/api/auth/login", Api.json("email", officer.email(), "password", officer.password()))
        .expect(200);
    return officer.api().get("/api/auth/sessions").expect(200).text("/items/0/address");
  }
}
