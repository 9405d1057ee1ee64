package io.calllog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Measures how long the running system takes to reject a sign-in with a wrong password, alternately
 * for an existing account and for unknown accounts, {@code -Druns} (default 200) times each. If the
 * times differed, an attacker could find out which accounts exist.
 */
public final class SignInTimes {

  private static final int WARM_UPS = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  private SignInTimes(URI address) {
    this.address = address;
  }

  public static void main(String[] arguments) {
    Program.start(SignInTimes::run);
  }

  private static void run() throws InterruptedException {
    Machine.describe();
    int runs = Settings.number("runs", 200);
    String known = Settings.text("email", "admin@demo.calllog.example");
    var signIns = new SignInTimes(login());
    var ofKnown = new ArrayList<Double>();
    var ofUnknown = new ArrayList<Double>();
    for (int run = -WARM_UPS; run < runs; run++) {
      String unknown = UUID.randomUUID() + "@demo.calllog.example";
      boolean knownFirst = run % 2 == 0;
      double first = signIns.millisUntilRejected(knownFirst ? known : unknown);
      double second = signIns.millisUntilRejected(knownFirst ? unknown : known);
      if (run >= 0) {
        ofKnown.add(knownFirst ? first : second);
        ofUnknown.add(knownFirst ? second : first);
      }
    }
    print("known account, wrong password", ofKnown);
    print("unknown account", ofUnknown);
    System.out.printf(
        "an unknown account takes %.3f of the time of a known one%n",
        Medians.of(ofUnknown) / Medians.of(ofKnown));
    Machine.describe();
  }

  private static URI login() {
    URI base = URI.create(Settings.text("baseUrl", "http://127.0.0.1:8080"));
    if (!"127.0.0.1".equals(base.getHost()) && !"localhost".equals(base.getHost())) {
      throw new Refused("Only this machine: http://127.0.0.1:…, not " + base);
    }
    return base.resolve("/api/auth/login");
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        "%s: median %.1f ms, %.1f to %.1f ms in the middle half, %d times%n",
        what,
        Medians.of(sorted),
        sorted.get(sorted.size() / 4),
        sorted.get(sorted.size() * 3 / 4),
        sorted.size());
  }

  private double millisUntilRejected(String email) throws InterruptedException {
    String body = "{\"email\":\"%s\",\"password\":\"not the password %s\"}";
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.formatted(email, UUID.randomUUID())))
            .build();
    try {
      long start = System.nanoTime();
      int status = http.send(request, BodyHandlers.ofString()).statusCode();
      double millis = (System.nanoTime() - start) / 1e6;
      if (status == 429) {
        throw new Refused("The system limits sign-ins: raise the limits as the README says.");
      }
      if (status != 401) {
        throw new Refused("%s answered %d instead of 401".formatted(address, status));
      }
      return millis;
    } catch (IOException e) {
      throw new UncheckedIOException("No answer of " + address, e);
    }
  }
}
