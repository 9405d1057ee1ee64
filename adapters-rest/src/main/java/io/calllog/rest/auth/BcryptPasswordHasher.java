package io.calllog.rest.auth;

import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.shared.Overloaded;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords hashed by bcrypt, on threads of its own. Requests run on virtual threads, which share a
 * few carriers and give them up only when they wait; hashing never waits. Fifty sign-ins at once
 * would keep all other requests, those that already hold a connection included, from running for
 * seconds, until their time limits are over.
 *
 * <p>One processor is left to the others where there are more than two. What cannot be done in
 * about two seconds is refused at once: an answer that comes too late is worth nothing, and a flood
 * of sign-ins must not fill the memory.
 */
class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {

  /** About two seconds of work: one hash takes some 60 ms. */
  private static final int IN_LINE_PER_THREAD = 32;

  /** An office that begins its day is no flood, on whatever machine. */
  private static final int LEAST_IN_LINE = 64;

  private final BCryptPasswordEncoder bcrypt;

  private final ExecutorService threads;

  /** The hash of something that nobody knows. */
  private final PasswordHash decoy;

  @Autowired
  BcryptPasswordHasher(BCryptPasswordEncoder bcrypt) {
    this(bcrypt, threadsFor(Runtime.getRuntime().availableProcessors()));
  }

  private BcryptPasswordHasher(BCryptPasswordEncoder bcrypt, int threads) {
    this(bcrypt, threads, Math.max(LEAST_IN_LINE, threads * IN_LINE_PER_THREAD));
  }

  /** Hashes so many at a time, and lets so many more wait. */
  BcryptPasswordHasher(BCryptPasswordEncoder bcrypt, int threads, int inLine) {
    this.bcrypt = bcrypt;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(inLine),
            Thread.ofPlatform().name("bcrypt-", 0).daemon().factory());
    this.decoy = new PasswordHash(encode(UUID.randomUUID().toString()));
  }

  static int threadsFor(int processors) {
    return processors > 2 ? processors - 1 : processors;
  }

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
    try {
      return CompletableFuture.supplyAsync(work, threads).join();
    } catch (RejectedExecutionException _) {
      throw new Overloaded();
    }
  }
}
