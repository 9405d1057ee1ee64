package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Checks of the files in {@code deploy} that need no other program. */
class DeploymentFilesTest {

  private static final Path DEPLOY = Path.of("../deploy");
  private static final Path KUBERNETES = DEPLOY.resolve("kubernetes");
  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  @ParameterizedTest
  @MethodSource("manifests")
  void manifests_match_the_api_of_kubernetes(Path manifest) throws Exception {
    requireValid(yaml(manifest));
  }

  @Test
  void a_misspelt_property_of_a_manifest_is_found() throws Exception {
    JsonObject deployment = yaml(KUBERNETES.resolve("deployment.yaml"));
    deployment.getAsJsonObject("spec").addProperty("replica", 2);
    assertThatThrownBy(() -> requireValid(deployment)).rootCause().hasMessageContaining("replica");
  }

  @Test
  void the_kustomization_has_all_manifests_except_the_example_of_the_secret() throws IOException {
    JsonElement resources = yaml(KUBERNETES.resolve("kustomization.yaml")).get("resources");
    List<String> files = manifests().map(Path::getFileName).map(Path::toString).toList();
    assertThat(strings(resources))
        .doesNotContain("secret.example.yaml")
        .isSubsetOf(files)
        .hasSize(files.size() - 1);
  }

  /** The application ignores a secret whose name is not that of a property. */
  @Test
  void compose_and_kubernetes_have_the_same_secrets() throws IOException {
    JsonObject secret = yaml(KUBERNETES.resolve("secret.example.yaml"));
    JsonObject node = yaml(DEPLOY.resolve("compose.yaml")).getAsJsonObject("x-node");
    assertThat(strings(node.get("secrets")))
        .containsExactlyInAnyOrderElementsOf(secret.getAsJsonObject("stringData").keySet());
  }

  @Test
  void the_dockerfile_starts_java_as_the_image_of_maven_does() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String dockerfile = Files.readString(DEPLOY.resolve("Dockerfile"));
    assertThat(all("<JDK_JAVA_OPTIONS>(.+)</JDK_JAVA_OPTIONS>", pom))
        .hasSize(1)
        .isEqualTo(all("JDK_JAVA_OPTIONS=\"(.+)\"", dockerfile));
    String entryPoint = String.join("", all("ENTRYPOINT \\[(.+)]", dockerfile));
    assertThat(all("<argument>(.+)</argument>", pom))
        .isNotEmpty()
        .isEqualTo(all("\"([^\"]+)\"", entryPoint));
    assertThat(all("<user>(.+)</user>", pom)).isEqualTo(all("USER (\\d.+)", dockerfile));
  }

  private static Stream<Path> manifests() throws IOException {
    try (var files = Files.list(KUBERNETES)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .toList()
          .stream();
    }
  }

  /** The model refuses unknown properties, and values of another type. */
  private static void requireValid(JsonObject manifest) throws ReflectiveOperationException {
    String version = manifest.get("apiVersion").getAsString().replaceFirst(".*/", "");
    String model = MODELS + version.replace('v', 'V') + manifest.get("kind").getAsString();
    Class.forName(model).getMethod("fromJson", String.class).invoke(null, manifest.toString());
  }

  private static JsonObject yaml(Path file) throws IOException {
    Object content = new Yaml().load(Files.readString(file));
    return new Gson().toJsonTree(content).getAsJsonObject();
  }

  private static List<String> strings(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }
}
