package io.calllog.bootstrap.startup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account of the first administrator. It is created only if the system has no administrator.
 *
 * @param password 12 to 72 bytes in UTF-8
 * @param passwordFile a file with the password, instead of {@code password}; a byte order mark at
 *     its start and a line break at its end are ignored
 */
@ConfigurationProperties(FirstAdminSettings.PREFIX)
record FirstAdminSettings(
    @Nullable String email, @Nullable String password, @Nullable Path passwordFile) {

  static final String PREFIX = "calllog.first-admin";

  /** Treats an empty value, as compose files and Helm charts set it, as missing. */
  FirstAdminSettings {
    email = nullIfBlank(email);
    password = nullIfBlank(password);
  }

  /** Without the password, because logs can contain this text. */
  @Override
  public String toString() {
    return "FirstAdminSettings[email=" + email + ", password hidden]";
  }

  private static @Nullable String nullIfBlank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
