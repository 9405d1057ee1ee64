package io.calllog.rest.auth;

import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.domain.officer.Password;
import io.calllog.domain.officer.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords hashed by bcrypt. */
@Component
class BcryptPasswordHasher implements PasswordHasher {

  /** Two to the power of this many rounds. */
  private static final int COST = 10;

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);

  /** The hash of something that nobody knows. */
  private final PasswordHash decoy = new PasswordHash(encode(UUID.randomUUID().toString()));

  @Override
  public PasswordHash hash(Password password) {
    return new PasswordHash(encode(password.value()));
  }

  @Override
  public boolean matches(String typed, PasswordHash hash) {
    String password = Password.normalized(typed);
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    boolean possible = bytes.length <= Password.MAX_BYTES && password.indexOf('\0') < 0;
    // Bcrypt looks at 72 bytes only. What is longer is wrong, but takes the same time to be so.
    String compared =
        possible
            ? password
            : new String(Arrays.copyOf(bytes, Password.MIN_BYTES), StandardCharsets.ISO_8859_1);
    return bcrypt.matches(compared.replace('\0', '?'), hash.value()) && possible;
  }

  @Override
  public PasswordHash decoy() {
    return decoy;
  }

  private String encode(String password) {
    return Objects.requireNonNull(bcrypt.encode(password));
  }
}
