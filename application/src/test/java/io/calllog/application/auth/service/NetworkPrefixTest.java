package io.calllog.application.auth.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPrefixTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:DB8:1:2::1, 2001:db8:1:2:0:0:0:7",
    "fe80:0:0:0:0:0:0:1%eth0, fe80::2",
    "::1, 0:0:0:0:0:0:0:1",
  })
  void same_network(String one, String other) {
    assertThat(NetworkPrefix.of(one)).isEqualTo(NetworkPrefix.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "192.0.2.1, unknown",
    "10.0.0.1, ::1"
  })
  void different_network(String one, String other) {
    assertThat(NetworkPrefix.of(one)).isNotEqualTo(NetworkPrefix.of(other));
  }

  @Test
  void is_the_first_64_bits_of_an_ipv6_address() {
    assertThat(NetworkPrefix.of("2001:db8:1:2::1")).isEqualTo("20:01:0d:b8:00:01:00:02/64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "unknown", "host.example", "1.2.3.4.5", ":::", "%"})
  void returns_other_text_unchanged(String odd) {
    assertThat(NetworkPrefix.of(odd)).isEqualTo(odd);
  }
}
