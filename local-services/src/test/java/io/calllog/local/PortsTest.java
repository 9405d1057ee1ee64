package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void the_preferred_port_is_used_when_it_is_free() throws IOException {
    int free = Ports.free();
    assertThat(Ports.preferredOrFree(free)).isEqualTo(free);
  }

  @Test
  void another_port_is_used_when_somebody_listens_on_the_preferred_one() throws IOException {
    try (ServerSocket foreign = new ServerSocket(0, 1, Ports.ADDRESS)) {
      assertThat(Ports.isTaken(foreign.getLocalPort())).isTrue();
      assertThat(Ports.preferredOrFree(foreign.getLocalPort()))
          .isNotEqualTo(foreign.getLocalPort());
    }
  }

  @Test
  void a_listener_on_all_addresses_counts_too() throws IOException {
    try (ServerSocket foreign = new ServerSocket(0)) {
      assertThat(Ports.isTaken(foreign.getLocalPort())).isTrue();
    }
  }
}
