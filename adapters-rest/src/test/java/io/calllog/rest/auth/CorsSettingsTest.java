package io.calllog.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"https://app.example.com", "http://localhost:5173", "https://192.0.2.1:8443"})
  void accepts_origins_as_browsers_send_them(String origin) {
    assertThat(new CorsSettings(List.of(origin)).origins()).containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.com",
        "app.example.com",
        "https://app.example.com/",
        "https://app.example.com/path",
        "https://user@app.example.com",
        "ftp://app.example.com",
        "null",
        "https://"
      })
  void refuses_other_values(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorsSettings(List.of(text)))
        .withMessageContaining("calllog.cors.origins");
  }
}
