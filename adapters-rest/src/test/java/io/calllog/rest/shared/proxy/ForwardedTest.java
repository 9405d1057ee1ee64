package io.calllog.rest.shared.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedTest {

  private static final InetAddress PEER = InetAddress.ofLiteral("10.0.0.1");
  private static final Networks PROXIES = Networks.of(List.of("10.0.0.0/8", "2001:db8:1::/48"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1                           | 192.0.2.1",
        "192.0.2.1:4711                      | 192.0.2.1",
        "198.51.100.7, 192.0.2.1             | 192.0.2.1",
        "198.51.100.7,192.0.2.1 , 10.2.3.4   | 192.0.2.1",
        "192.0.2.1, 2001:db8:1::7, 10.0.0.2  | 192.0.2.1",
        "2001:db8:2::1                       | 2001:db8:2:0:0:0:0:1",
        "[2001:db8:2::1]                     | 2001:db8:2:0:0:0:0:1",
        "[2001:db8:2::1]:443                 | 2001:db8:2:0:0:0:0:1",
        "::ffff:192.0.2.1                    | 192.0.2.1",
        "10.0.0.3, 10.0.0.2                  | 10.0.0.3",
        "192.0.2.1, unknown, 10.0.0.2        | 10.0.0.2",
        "192.0.2.1, , 10.0.0.2               | 10.0.0.2",
        "192.0.2.1, unknown                  | 10.0.0.1",
      })
  void takes_the_last_address_that_is_no_proxy(String header, String client) {
    assertThat(client(Map.of("X-Forwarded-For", List.of(header)))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=192.0.2.1                                        | 192.0.2.1",
        "For=\"192.0.2.1:4711\";proto=https                   | 192.0.2.1",
        "for=198.51.100.7, for=192.0.2.1;by=10.0.0.9          | 192.0.2.1",
        "for=192.0.2.1, for=\"[2001:db8:1::7]:80\"            | 192.0.2.1",
        "proto=https ; for=\"[2001:db8:2::1]\"                | 2001:db8:2:0:0:0:0:1",
        "for=192.0.2.1;x=\"a,b;for=203.0.113.9\"              | 192.0.2.1",
        "for=192.0.2.1;x=\"\\\",for=203.0.113.9\"             | 192.0.2.1",
        "for=192.0.2.1, for=_hidden                           | 10.0.0.1",
        "for=192.0.2.1, for=unknown, for=10.0.0.2             | 10.0.0.2",
        "for=192.0.2.1, proto=https                           | 10.0.0.1",
      })
  void reads_the_standard_header_too(String header, String client) {
    assertThat(client(Map.of("Forwarded", List.of(header)))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        ",,,",
        "localhost",
        "example.com",
        "1.2.3",
        "7",
        "1.2.3.4.5",
        "1.2.3.256",
        "0x7f.0.0.1",
        "[::1",
        "::1]",
        "[]",
        ":",
        ":::",
        "1.2.3.4:5:6",
        "1.2.3.4 5",
        "\u0000",
        "for=",
        "\"",
        "\"\\",
        ";;;=",
        "=",
        "for=\"",
        "<script>",
        "fe80::1%eth0",
        "1.2.3.4/8"
      })
  void takes_no_malformed_text_for_an_address(String odd) {
    for (String name : List.of("X-Forwarded-For", "Forwarded")) {
      assertThat(client(Map.of(name, List.of(odd)))).isEqualTo("10.0.0.1");
    }
    assertThat(client(Map.of("Forwarded", List.of("for=" + odd)))).isEqualTo("10.0.0.1");
  }

  @Test
  void reads_headers_of_one_name_as_one() {
    assertThat(client(Map.of("X-Forwarded-For", List.of("192.0.2.1", "10.0.0.2"))))
        .isEqualTo("192.0.2.1");
  }

  @Test
  void believes_two_headers_only_if_they_say_the_same() {
    assertThat(
            client(
                Map.of(
                    "X-Forwarded-For", List.of("192.0.2.1"),
                    "Forwarded", List.of("for=192.0.2.1"))))
        .isEqualTo("192.0.2.1");
    assertThat(
            client(
                Map.of(
                    "X-Forwarded-For", List.of("192.0.2.1"),
                    "Forwarded", List.of("for=203.0.113.9"))))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void tells_how_and_whereto_the_request_was_sent() {
    Forwarded customary =
        read(
            Map.of(
                "X-Forwarded-Proto", List.of("http, HTTPS"),
                "X-Forwarded-Host", List.of("calls.example:8443")));
    assertThat(customary).isEqualTo(new Forwarded(PEER, "https", "calls.example:8443"));
    Forwarded standard =
        read(Map.of("Forwarded", List.of("for=192.0.2.1;proto=https;host=\"[2001:db8::1]:80\"")));
    assertThat(standard.scheme()).isEqualTo("https");
    assertThat(standard.host()).isEqualTo("[2001:db8::1]:80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ftp", "javascript:", "a b", "a/b", "a@b", "x:99999999", "é"})
  void does_not_repeat_what_is_no_scheme_or_host(String odd) {
    Forwarded forwarded =
        read(Map.of("X-Forwarded-Proto", List.of(odd), "X-Forwarded-Host", List.of(odd + "/")));
    assertThat(forwarded).isEqualTo(new Forwarded(PEER, null, null));
  }

  private static String client(Map<String, List<String>> headers) {
    return read(headers).client().getHostAddress();
  }

  private static Forwarded read(Map<String, List<String>> headers) {
    return Forwarded.read(PEER, name -> headers.getOrDefault(name, List.of()), PROXIES);
  }
}
