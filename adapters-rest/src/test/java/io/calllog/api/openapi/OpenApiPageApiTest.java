package io.calllog.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.RestOnFakes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that shows the document. */
@RestOnFakes
class OpenApiPageApiTest {

  private static final String PAGE = "/swagger-ui.html";
  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern DOCUMENT = Pattern.compile("url: '([^']+)'");

  private final Api anyone;

  OpenApiPageApiTest(Api api) {
    this.anyone = api.anonymous();
  }

  @Test
  void loads_with_its_resources() {
    Answer redirect = anyone.get(PAGE);
    assertThat(redirect.status()).isBetween(301, 308);
    String index = path(PAGE, redirect.header("Location"));
    Answer page = anyone.with("Accept", "text/html").get(index).expect(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");

    List<String> assets = new ArrayList<>();
    Matcher matcher = ASSET.matcher(page.body());
    while (matcher.find()) {
      assets.add(path(index, matcher.group(1)));
    }
    assertThat(assets).anyMatch(a -> a.endsWith(".js")).anyMatch(a -> a.endsWith(".css"));
    for (String asset : assets) {
      assertThat(anyone.get(asset).expect(200).body()).as(asset).isNotEmpty();
    }
  }

  @Test
  void shows_the_document_of_this_api() {
    String initializer = "/swagger-ui/swagger-initializer.js";
    Matcher address = DOCUMENT.matcher(anyone.get(initializer).expect(200).body());
    assertThat(address.find()).isTrue();
    assertThat(path(initializer, address.group(1))).isEqualTo(OpenApiDocument.PATH);
  }

  @Test
  void the_document_is_also_available_as_yaml() {
    Answer yaml = anyone.get("/v3/api-docs.yaml").expect(200);
    assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(yaml.body()).contains("openapi: 3.1.0");
  }

  private static String path(String from, String to) {
    return URI.create(from).resolve(to).getRawPath();
  }
}
