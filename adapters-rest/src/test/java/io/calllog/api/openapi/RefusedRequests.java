package io.calllog.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.Samples;
import java.util.Set;
import java.util.UUID;

/** Requests with errors that depend only on HTTP and the path. */
final class RefusedRequests {

  private final ObservedRequests requests;
  private final Api anonymous;
  private final Api admin;
  private final Accounts accounts;

  RefusedRequests(ObservedRequests requests) {
    this.requests = requests;
    this.anonymous = requests.anonymous;
    this.admin = requests.admin;
    this.accounts = requests.accounts;
  }

  /** Sends them to each operation that describes such errors. */
  void send() {
    Api key = accounts.key(Accounts.newRegion(), "clients:write").api().observedBy(requests::note);
    for (Operation operation : requests.document.operations()) {
      if (operation.name().equals("POST /api/imports")) {
        continue; // not JSON: see ReportRequests
      }
      Set<String> answers = Set.copyOf(operation.json().path("responses").propertyNames());
      String method = operation.method();
      String type = requests.document.requestType(operation.json()).orElse("application/json");
      String path = operation.at(UUID.randomUUID().toString());
      if (operation.path().contains("{")) {
        admin.send(method, operation.at("7"), type, "{}").expect(400);
        admin.send(method, path, type, validBody(operation)).expect(404);
      } else {
        admin.send(method, path + "?undescribed=x", type, "{}").expect(400);
      }
      admin.with("Accept", "image/png").send(method, path, type, "{}").expect(406);
      if (operation.json().path("security").isMissingNode()) {
        key.send(method, path, type, "{}");
        anonymous.send(method, path, type, "{}").expect(401);
      }
      if (requests.document.requestType(operation.json()).isPresent()) {
        String known = operation.at(known(operation));
        admin.send(method, known, "text/plain", "{}").expect(415);
        int mebibytes = operation.path().endsWith("/batch") ? 4 : 1;
        String large = " ".repeat(mebibytes * 1024 * 1024) + "{}";
        admin.send(method, known, type, large).expect(413);
      }
      assertThat(answers).as(operation.name()).contains("400", "406", "429", "500", "503");
    }
  }

  private static Object validBody(Operation operation) {
    return switch (operation.name()) {
      case "PUT /api/officers/{id}" -> Api.json("name", "Ann", "email", "ann@calllog.example");
      case "PUT /api/officers/{id}/password" -> Api.json("newPassword", Accounts.PASSWORD);
      case "POST /api/officers/{id}/hand-over" -> Api.json("to", UUID.randomUUID().toString());
      case "PUT /api/clients/{id}" -> Api.json("name", "Ann");
      case "POST /api/clients/{id}/merge" -> Api.json("from", UUID.randomUUID().toString());
      case "PUT /api/calls/{id}" -> Samples.call();
      case "PUT /api/targets/officers/{id}", "PUT /api/targets/regions/{id}" ->
          Api.json("callsPerDay", 40, "from", "2026-02-01");
      default -> Api.json();
    };
  }

  private String known(Operation operation) {
    return switch (operation.path().replace("/targets", "").split("/", -1)[2]) {
      case "officers" -> accounts.officer(Accounts.newRegion()).id();
      case "regions" ->
          admin.post("/api/regions", Api.json("path", Accounts.newRegion())).expect(201).id();
      case "keys" -> accounts.key(Accounts.newRegion(), "calls:read").id();
      case "clients" -> admin.post("/api/clients", Samples.client()).expect(201).id();
      case "calls" -> admin.post("/api/calls", Samples.call()).expect(201).id();
      case "follow-ups" -> {
        String client = admin.post("/api/clients", Samples.client()).expect(201).id();
        yield admin.post("/api/follow-ups", Samples.followUp(client)).expect(201).id();
      }
      default -> "";
    };
  }
}
