package io.calllog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Sends a file of calls, and waits until it was imported. */
final class ImportJob {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private ImportJob() {}

  static void run(Server app, String token, Path file, int rows) throws InterruptedException {
    String id = send(app, token, file);
    while (true) {
      var job = app.get("/api/imports/" + id, token);
      String state = job.path("state").asString();
      if (state.equals("DONE") && job.path("rowsAccepted").asLong() == rows) {
        return;
      }
      if (!state.equals("WAITING") && !state.equals("RUNNING")) {
        throw new Refused("The import ended as " + job);
      }
      Thread.sleep(100);
    }
  }

  private static String send(Server app, String token, Path file) throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(app.address().resolve("/api/imports?kind=calls"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "text/csv")
              .POST(BodyPublishers.ofFile(file))
              .build();
      return Server.json(HTTP.send(request, BodyHandlers.ofString()), 202).path("id").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
