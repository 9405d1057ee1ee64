package io.calllog.rest.shared.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.0/25, 192.0.2.127, true",
    "192.0.2.0/25, 192.0.2.128, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::1, ::1, true",
    "128.0.0.0/1, 203.0.113.1, true",
    "128.0.0.0/1, ::1, false",
    "10.0.0.0/8, ::ffff:10.0.0.1, true",
  })
  void hold_addresses(String network, String address, boolean held) {
    assertThat(Networks.of(List.of(network)).contains(InetAddress.ofLiteral(address)))
        .isEqualTo(held);
  }

  @Test
  void hold_nothing_when_there_are_none() {
    assertThat(Networks.of(List.of()).contains(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "10.0.0.0/33",
        "0.0.0.0/0",
        "::/0",
        "::/00",
        "::/129",
        "10.0.0.0/",
        "10.0.0.0/x",
        "10/8",
        "/8",
        "10.0.0.0/8/8",
        "10.0.0.1:80",
        "[::1]",
        "10.0.0.0/-1"
      })
  void are_refused_by_name_when_they_are_none(String odd) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Networks.of(List.of("10.0.0.0/8", odd)))
        .withMessageStartingWith("calllog.proxies: " + odd);
  }
}
