package io.calllog.local.autoconfigure;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The defaults of local mode. The secret that signs the tokens is made when it is first read, so
 * that an application (or a test) which has its own leaves no directory behind.
 */
final class LocalModeDefaults extends EnumerablePropertySource<LocalServicesSettings> {

  static final String NAME = "calllog-local-mode";

  private static final String JWT_SECRET = "calllog.jwt.secret";

  private static final Map<String, Object> FIXED =
      Map.of(
          "calllog.local", true,
          // Everybody may register and the data are made up: for this machine only.
          "server.address", "127.0.0.1",
          "calllog.registration.mode", "open",
          "calllog.demo", true,
          // Test slices would look for an embedded database instead of using this one.
          "spring.test.database.replace", "none");

  private static final String[] NAMES =
      Stream.concat(FIXED.keySet().stream(), Stream.of(JWT_SECRET)).toArray(String[]::new);

  private final boolean keysAreSet;

  /**
   * The defaults of a run.
   *
   * @param keysAreSet whether somebody tries keys of their own: a secret is not wanted beside them
   */
  LocalModeDefaults(LocalServicesSettings settings, boolean keysAreSet) {
    super(NAME, settings);
    this.keysAreSet = keysAreSet;
  }

  @Override
  public String[] getPropertyNames() {
    return NAMES.clone();
  }

  @Override
  public @Nullable Object getProperty(String name) {
    return name.equals(JWT_SECRET) && !keysAreSet
        ? getSource().services().secret("jwt-secret")
        : FIXED.get(name);
  }
}
