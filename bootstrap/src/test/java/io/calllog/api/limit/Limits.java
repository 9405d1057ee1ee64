package io.calllog.api.limit;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Settings and requests for tests of the limits. */
final class Limits {

  /** The default limits, for {@link io.calllog.api.OwnApplication}. */
  static final List<String> DEFAULTS =
      List.of(
          "calllog.rate-limit.api.per-minute=300",
          "calllog.rate-limit.api.burst=60",
          "calllog.rate-limit.auth.per-minute=10",
          "calllog.rate-limit.login-failures.per-account-and-address=5",
          "calllog.rate-limit.login-failures.per-account=50");

  /** More requests than are needed to reach a limit, even while its bucket is refilled. */
  private static final int PATIENCE = 2_000;

  private Limits() {}

  /** Combines settings. */
  static String[] with(List<String> settings, String... more) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** An address that no other test uses. */
  static String newAddress() {
    var random = ThreadLocalRandom.current();
    return "10.%s.%s.%s".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  /** Sends requests from this address; this machine must be a trusted proxy. */
  static Api from(String address, Api api) {
    return api.with("X-Forwarded-For", address);
  }

  /** Sends requests until one is rejected. */
  static Answer exhaust(Api api, String path) {
    for (int i = 0; i < PATIENCE; i++) {
      Answer answer = api.get(path);
      if (answer.status() == 429) {
        return answer;
      }
    }
    throw new AssertionError("There is no limit of " + path);
  }

  static Answer signIn(Api api, String email, String password) {
    return api.post("/api/auth/login", Api.json("email", email, "password", password));
  }

  static Answer register(Api api) {
    return api.post(
        "/api/auth/register",
        Api.json("name", "Eve", "email", newEmail(), "password", Accounts.PASSWORD));
  }

  static String newEmail() {
    return Accounts.unique() + "@calllog.example";
  }
}
