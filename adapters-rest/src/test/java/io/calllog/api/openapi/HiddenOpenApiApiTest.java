package io.calllog.api.openapi;

import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** An operator can turn off the document and the page. */
@RestOnFakes
@TestPropertySource(properties = "calllog.api-docs.enabled=false")
class HiddenOpenApiApiTest {

  private final Api api;

  HiddenOpenApiApiTest(Api api) {
    this.api = Api.at(api.base()); // without comparison with the document
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/swagger-ui/index.html",
        "/swagger-ui/swagger-ui-bundle.js"
      })
  void nothing_is_served(String path) {
    api.get(path).expectProblem(404, "not-found");
  }
}
