package io.calllog.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Valid request bodies, which tests change in one place. */
public final class Samples {

  private Samples() {}

  /** A call that took a minute, with these fields too or instead. */
  public static Map<String, @Nullable Object> call(@Nullable Object... namesAndValues) {
    return merged(
        Api.json("type", "OUTGOING", "outcome", "SUCCESSFUL", "durationSeconds", 60),
        namesAndValues);
  }

  /** A client with a name of its own, with these fields too or instead. */
  public static Map<String, @Nullable Object> client(@Nullable Object... namesAndValues) {
    return merged(Api.json("name", "Client " + Accounts.unique()), namesAndValues);
  }

  /** A client with something in every field. */
  public static Map<String, @Nullable Object> wholeClient(@Nullable Object... namesAndValues) {
    return merged(
        client(
            "company", "Ludgate & Sons",
            "phone", "+442079460958",
            "email", "Ada@Ludgate.example",
            "address", "12 Fleet Street\nLondon",
            "status", "ACTIVE",
            "callEvery", "P14D"),
        namesAndValues);
  }

  /** An officer with a name and an e-mail address of its own, with these fields too or instead. */
  public static Map<String, @Nullable Object> officer(@Nullable Object... namesAndValues) {
    return merged(
        Api.json(
            "name", "Test " + Accounts.unique(),
            "email", Accounts.unique() + "@calllog.example",
            "password", Accounts.PASSWORD),
        namesAndValues);
  }

  /** An id for a call, as a client that starts the call at this time makes it (UUID version 7). */
  public static String callId(Instant time) {
    var random = ThreadLocalRandom.current();
    long high = (time.toEpochMilli() << 16) | 0x7000L | random.nextLong(0x1000);
    long low = Long.MIN_VALUE | (random.nextLong() >>> 2);
    return new UUID(high, low).toString();
  }

  private static Map<String, @Nullable Object> merged(
      Map<String, @Nullable Object> fields, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(fields);
    merged.putAll(Api.json(namesAndValues));
    return merged;
  }
}
