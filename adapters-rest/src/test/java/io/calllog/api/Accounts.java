package io.calllog.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates officers of any role and region through the API, as an administrator, and signs them in.
 * Thread-safe.
 */
public final class Accounts {

  /** The password of all accounts that this class creates. */
  public static final String PASSWORD = "correct horse battery staple";

  static final String ADMIN_EMAIL = "admin@calllog.example";

  /** Less than the lifetime of a token, which is 15 minutes. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Api api;
  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private @Nullable Account admin;
  private Instant signedInAt = Instant.MIN;

  /** Creates accounts in an application that has the first administrator of the tests. */
  public Accounts(Api api) {
    this.api = api.anonymous();
  }

  /** A region that no other test uses. */
  public static String newRegion() {
    return "R" + unique();
  }

  /** A word that no other test uses, of 12 letters and digits. */
  public static String unique() {
    return UUID.randomUUID().toString().replace("-", "").substring(20);
  }

  /** The first administrator, who is placed in the root region. */
  public synchronized Account admin() {
    Account current = admin;
    if (current == null || signedInAt.plus(FRESH).isBefore(Instant.now())) {
      current = signIn(ADMIN_EMAIL, PASSWORD);
      admin = current;
      signedInAt = Instant.now();
    }
    return current;
  }

  /** A new officer placed in this region. */
  public Account officer(String region) {
    return create("OFFICER", region);
  }

  /** A new manager who leads this region. */
  public Account manager(String region) {
    return create("MANAGER", region);
  }

  /** Creates a region, and those above it, unless they exist. Returns its path. */
  public String region(String path) {
    if (made.add(path)) {
      Answer answer = admin().api().post("/api/regions", Api.json("path", path));
      if (answer.status() != 409) { // such as the root, which is always there
        answer.expect(201);
      }
    }
    return path;
  }

  /** A new manager placed in the first region who leads the others. */
  public Account leader(String region, String... leads) {
    List.of(leads).forEach(this::region);
    return create("MANAGER", region, List.of(leads));
  }

  /** A new active officer of any role. The region is created if it does not exist. */
  public Account create(String role, String region) {
    return create(role, region, List.of());
  }

  private Account create(String role, String region, List<String> leads) {
    region(region);
    String name = "Test " + unique();
    String email = unique() + "@calllog.example";
    admin()
        .api()
        .post(
            "/api/officers",
            Api.json(
                "name",
                name,
                "email",
                email,
                "password",
                PASSWORD,
                "role",
                role,
                "region",
                region,
                "leads",
                leads))
        .expect(201);
    return signIn(email, PASSWORD);
  }

  /** A new key for machines. It has no e-mail address and no password. */
  public Account key(String region, String... scopes) {
    region(region);
    Answer answer =
        admin()
            .api()
            .post(
                "/api/keys",
                Api.json("name", "Key " + unique(), "region", region, "scopes", scopes))
            .expect(201);
    String key = answer.text("/key");
    return new Account(
        answer.id(), answer.text("/name"), "", "", "KEY", region, key, "", api.as(key));
  }

  /** Signs an officer in. */
  public Account signIn(String email, String password) {
    Answer answer =
        api.post("/api/auth/login", Api.json("email", email, "password", password)).expect(200);
    String token = answer.text("/accessToken");
    return new Account(
        answer.text("/officer/id"),
        answer.text("/officer/name"),
        email,
        password,
        answer.text("/officer/role"),
        answer.text("/officer/region"),
        token,
        answer.text("/refreshToken"),
        api.as(token));
  }
}
