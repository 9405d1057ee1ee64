package io.calllog.rest.auth;

import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.domain.officer.Password;
import io.calllog.domain.officer.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords hashed by bcrypt, on threads of its own. Requests run on virtual threads, which share a
 * few carriers and give them up only when they wait; hashing never waits. Fifty sign-ins at once
 * would keep all other requests, those that already hold a connection included, from running for
 * seconds, until their time limits are over.
 */
class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {

  /** Two to the power of this many rounds. */
  private static final int COST = 10;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("bcrypt-", 0).daemon().factory());

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
    return hashing(() -> bcrypt.matches(compared.replace('\0', '?'), hash.value())) && possible;
  }

  @Override
  public PasswordHash decoy() {
    return decoy;
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private String encode(String password) {
    return hashing(() -> Objects.requireNonNull(bcrypt.encode(password)));
  }

  private <T> T hashing(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads).join();
  }
}
