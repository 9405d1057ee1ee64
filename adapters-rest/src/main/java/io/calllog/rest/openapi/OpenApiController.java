package io.calllog.rest.openapi;

import io.calllog.rest.shared.Addresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final String SERVER = "url: /}";

  private final String yaml;
  private final Map<String, Object> json;

  OpenApiController() throws IOException {
    var file = new ClassPathResource("openapi.yaml");
    var parsed = new YamlMapFactoryBean();
    parsed.setResources(file);
    this.yaml = file.getContentAsString(StandardCharsets.UTF_8);
    this.json = Objects.requireNonNull(parsed.getObject());
  }

  @GetMapping(path = "/v3/api-docs.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
  byte[] yaml() {
    return yaml.replace(SERVER, "url: " + server() + "}").getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] json() {
    Map<String, Object> document = new LinkedHashMap<>(json);
    document.put("servers", List.of(Map.of("url", server())));
    return JsonMapper.shared().writeValueAsBytes(document);
  }

  private static String server() {
    return Addresses.base().isEmpty() ? "/" : Addresses.base();
  }
}
