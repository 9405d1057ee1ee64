package io.calllog.api;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/**
 * An officer who has signed in.
 *
 * @param id of the officer
 * @param name what they are called
 * @param email how they sign in
 * @param password what they sign in with
 * @param role {@code OFFICER}, {@code MANAGER} or {@code ADMIN}
 * @param region where they are placed
 * @param token their access token
 * @param refreshToken for their next access token
 * @param api talks to the application as this officer
 */
public record Account(
    String id,
    String name,
    String email,
    String password,
    String role,
    String region,
    String token,
    String refreshToken,
    Api api) {

  /** Waits until the access token is revoked. Fails if that takes longer than documented. */
  public void awaitSignedOut() {
    // Several tests wait at once, and the handler for uncaught exceptions is one for the whole JVM.
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(5))
        .until(() -> api.get("/api/calls?limit=1").status() == 401);
  }
}
