package io.calllog.api.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the documentation keeps a copy in step, for a manager of a region. */
@ApiTest
class KeepACopyApiIT {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private static final String CONTENT =
      """
      import json, sqlite3, sys
      for kind, id, value in sqlite3.connect(sys.argv[1]).execute("SELECT kind, id, value FROM things"):
          print(kind, id, json.loads(value)["version"])
      """;

  private final Accounts accounts;
  private final Api admin;

  @TempDir private Path directory;

  KeepACopyApiIT(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
  }

  @Test
  void follows_edits_deletes_an_erasure_and_a_changed_territory() throws IOException {
    String region = Accounts.newRegion();
    String elsewhere = accounts.region(Accounts.newRegion());
    Account manager = accounts.manager(region);
    Account officer = accounts.officer(region + "/London");
    String erased = Accounts.unique();
    String client = client(officer, "Grace " + erased);
    String other = client(officer, "Other");
    String edited = call(officer, client);
    String deleted = call(officer, client);
    call(officer, client); // shows the client's name, and does not change when the client is erased
    requireSameAfterSync(manager);
    assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).contains(erased);

    officer.api().patch("/api/calls/" + edited, Api.json("comment", "Edited.")).expect(200);
    officer.api().delete("/api/calls/" + deleted).expect(204);
    officer.api().patch("/api/clients/" + other, Api.json("name", "Renamed")).expect(200);
    call(officer, other);
    requireSameAfterSync(manager);

    admin.post("/api/clients/" + client + "/erase", Api.json()).expect(204);
    admin
        .patch("/api/clients/" + other, Api.json("region", elsewhere, "ownerId", null))
        .expect(200);
    requireSameAfterSync(manager);
    assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain(erased);

    accounts.officer(elsewhere).api().post("/api/calls", Samples.call()).expect(201);
    admin.patch("/api/officers/" + manager.id(), Api.json("region", elsewhere)).expect(200);
    manager.awaitSignedOut();
    requireSameAfterSync(accounts.signIn(manager.email(), manager.password()));
  }

  private String client(Account officer, String name) {
    return officer.api().post("/api/clients", Samples.client("name", name)).expect(201).id();
  }

  private String call(Account officer, String client) {
    return officer.api().post("/api/calls", Samples.call("clientId", client)).expect(201).id();
  }

  /** Other tests write at the same time, and the feed waits for their transactions. */
  private void requireSameAfterSync(Account reader) {
    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(() -> {
          run(reader, "../docs/keep-a-copy.py", reader.api().base().toString(), file().toString());
          assertThat(copied(reader)).isEqualTo(listed(reader.api()));
        });
  }

  private Set<String> copied(Account reader) throws IOException, InterruptedException {
    return new TreeSet<>(run(reader, "-c", CONTENT, file().toString()).lines().toList());
  }

  private static Set<String> listed(Api reader) {
    Set<String> listed = new TreeSet<>();
    for (String kind : List.of("region", "officer", "client", "call")) {
      reader
          .items("/api/%ss?limit=100".formatted(kind))
          .forEach(item ->
              listed.add(
                  String.join(
                      " ", kind, item.at("/id").asString(), item.at("/version").asString())));
    }
    return listed;
  }

  private Path file() {
    return directory.resolve("copy.db");
  }

  private static String run(Account reader, String... arguments)
      throws IOException, InterruptedException {
    var command = new ProcessBuilder("python3");
    command.command().addAll(List.of(arguments));
    command.environment().put("CALLLOG_TOKEN", reader.token());
    command.redirectErrorStream(true);
    Process process = command.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
