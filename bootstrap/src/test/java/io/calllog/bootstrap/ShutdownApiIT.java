package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShutdownApiIT {

  private final Services services = Services.running();

  @Test
  void readiness_is_down_and_connections_are_closed_for_some_time_before_requests_are_refused()
      throws InterruptedException {
    var application =
        OwnApplication.start(
            OwnApplication.settings(
                services,
                services.createDatabase("shutdown"),
                "calllog.shutdown-delay=3s",
                OwnApplication.firstAdmin()[0],
                OwnApplication.firstAdmin()[1]));
    Api admin = new Accounts(application.api()).admin().api();
    Api probe = application.management();
    probe.get("/actuator/health/readiness").expect(200);

    Thread stop = Thread.startVirtualThread(application::close);

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> probe.get("/actuator/health/readiness").status() == 503);
    probe.get("/actuator/health/liveness").expect(200);
    var answer = admin.post("/api/clients", Api.json("name", "Ann")).expect(201);
    assertThat(answer.header("Connection")).isEqualTo("close");
    stop.join();
    assertThatThrownBy(() -> admin.get("/api/clients")).hasCauseInstanceOf(ConnectException.class);
  }
}
