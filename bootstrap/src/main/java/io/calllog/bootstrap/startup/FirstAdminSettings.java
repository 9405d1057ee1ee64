package io.calllog.bootstrap.startup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom to make the administrator of a system that has none.
 *
 * @param email how the first administrator signs in
 * @param password what the first administrator signs in with; 12 to 72 bytes of UTF-8
 * @param passwordFile a file that holds that password instead; a line end at its end does not count
 */
@ConfigurationProperties(FirstAdminSettings.PREFIX)
record FirstAdminSettings(
    @Nullable String email, @Nullable String password, @Nullable Path passwordFile) {

  static final String PREFIX = "calllog.first-admin";

  /** Takes an empty value, which compose files and charts leave behind, as none. */
  FirstAdminSettings {
    email = noneIfBlank(email);
    password = noneIfBlank(password);
  }

  /** Hides the password, so that it reaches no log. */
  @Override
  public String toString() {
    return "FirstAdminSettings[email=" + email + ", password hidden]";
  }

  private static @Nullable String noneIfBlank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
