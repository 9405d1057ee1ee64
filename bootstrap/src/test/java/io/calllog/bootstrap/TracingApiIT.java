package io.calllog.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.calllog.api.NoSecretsInLog;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Traces that are sent to a collector. */
@ExtendWith(OutputCaptureExtension.class)
class TracingApiIT {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void have_the_trace_id_of_problem_and_log(CapturedOutput output) throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    Services services = Services.running();
    var postgres = services.postgresRelay();
    String jdbcUrl = postgres.through(services.createDatabase("tracing"));
    HttpServer collector = collector(received);
    try (postgres;
        var application =
            OwnApplication.start(
                OwnApplication.settings(
                    services,
                    jdbcUrl,
                    "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort()
                        + "/v1/traces",
                    "management.opentelemetry.tracing.export.schedule-delay=100ms",
                    OwnApplication.firstAdmin()[0],
                    OwnApplication.firstAdmin()[1]))) {
      postgres.interrupt();

      var refused =
          application
              .api()
              .with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
              .post("/api/auth/refresh", "{\"refreshToken\":\"unknown\"}")
              .expect(503);

      assertThat(refused.text("/traceId")).isEqualTo(TRACE);
      assertThat(output.getOut().lines())
          .anyMatch(line -> line.contains("[" + TRACE + "] ") && line.contains("not available"));
      assertThat(Files.readAllLines(NoSecretsInLog.log()))
          .filteredOn(line -> line.contains(TRACE))
          .extracting(line -> JsonMapper.shared().readTree(line))
          .anyMatch(line -> line.path("traceId").asString().equals(TRACE));
      String id = new String(HexFormat.of().parseHex(TRACE), ISO_8859_1);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> received.stream().anyMatch(spans -> spans.contains(id)));
      assertThat(String.join("", received)).contains("http post /api/auth/refresh");
    } finally {
      collector.stop(0);
    }
  }

  /** Receives OTLP over HTTP, as Protobuf: bytes of IDs and text can be found in it. */
  private static HttpServer collector(List<String> received) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/traces",
        exchange -> {
          received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
