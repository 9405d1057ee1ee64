package io.calllog.rest.openapi;

import java.io.IOException;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Serves the OpenAPI document, which is the file {@code openapi.yaml}, as YAML and as JSON. */
@RestController
@ConditionalOnBooleanProperty(name = "calllog.api-docs.enabled", matchIfMissing = true)
class OpenApiController {

  private final byte[] yaml;
  private final byte[] json;

  OpenApiController() throws IOException {
    var file = new ClassPathResource("openapi.yaml");
    var parsed = new YamlMapFactoryBean();
    parsed.setResources(file);
    this.yaml = file.getContentAsByteArray();
    this.json = JsonMapper.shared().writeValueAsBytes(parsed.getObject());
  }

  @GetMapping(path = "/v3/api-docs.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
  byte[] yaml() {
    return yaml;
  }

  @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] json() {
    return json;
  }
}
