package io.calllog.api.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.AtOnce;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Changes of a row that another session has locked. */
@ApiTest
class LockedRowApiIT {

  private final Api management;
  private final Api officer;
  private final DataSource database;

  LockedRowApiIT(@LocalManagementPort int port, Accounts accounts, DataSource database) {
    this.management = Api.at(URI.create("http://127.0.0.1:" + port));
    this.officer = accounts.officer(Accounts.newRegion()).api();
    this.database = database;
  }

  @Test
  void do_not_hold_up_other_requests() throws SQLException {
    String id = officer.post("/api/clients", Api.json("name", "Ann")).expect(201).id();
    List<Supplier<Answer>> changes =
        Collections.nCopies(60, () -> officer.patch("/api/clients/" + id, Api.json("name", "Bea")));
    List<Supplier<Answer>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(() -> officer.get("/api/clients/" + id));
      others.add(() -> officer.post("/api/clients", Api.json("name", "Cy")));
      others.add(() -> management.get("/actuator/health/readiness"));
    }
    List<Supplier<Answer>> requests = new ArrayList<>(changes.subList(0, 10));
    requests.addAll(others);
    assertThat(AtOnce.send(requests)).extracting(Answer::status).containsOnly(200, 201);

    requests.addAll(0, changes.subList(10, 60));
    try (var connection = database.getConnection();
        var unlimited = connection.createStatement();
        var lock = connection.prepareStatement("SELECT FROM clients WHERE id = ? FOR UPDATE")) {
      connection.setAutoCommit(false);
      unlimited.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      lock.setObject(1, UUID.fromString(id));
      lock.executeQuery();

      List<Answer> answers = AtOnce.send(requests);

      assertThat(answers.subList(0, 60)).allSatisfy(a -> a.expectProblem(409, "lost-race"));
      assertThat(answers.subList(60, 120)).extracting(Answer::status).containsOnly(200, 201);
      connection.rollback();
    }
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(
            () -> officer.patch("/api/clients/" + id, Api.json("name", "Bea")).expect(200));
  }
}
