package io.calllog.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private final Secrets secrets = new Secrets();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"Grace Palmer\"}",
        "{\"items\":[{\"clientName\": \"Grace Palmer\"}]}",
        "{\"comment\":\"Grace Palmer\", not JSON",
        "{\"newPassword\":\"Grace Palmer\"}",
        "{\"refreshToken\":\"Grace Palmer\"}",
        "{\"phone\":\"Grace Palmer\"}"
      })
  void are_found_in_a_log(String body) {
    secrets.rememberSecretsIn(body);
    assertThat(secrets.findAndForget("INFO one line\nINFO hello Grace Palmer!\n"))
        .containsExactly("INFO hello Grace Palmer!");
    assertThat(secrets.findAndForget("INFO hello Grace Palmer!")).isEmpty();
  }

  @Test
  void do_not_include_regions_and_short_names() {
    secrets.rememberSecretsIn("{\"region\":\"EMEA/UK/London\",\"name\":\"Ann\"}");
    assertThat(secrets.findAndForget("INFO Ann EMEA/UK/London")).isEmpty();
  }
}
