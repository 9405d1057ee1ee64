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
 * Hashes passwords with bcrypt on its own threads. Requests run on virtual threads, which share a
 * few carrier threads and release them only when they block. Hashing does not block, so fifty
 * sign-ins at once would stop all other requests for seconds, and these would exceed their time
 * limits.
 *
 * <p>If there are more than two processors, one of them is not used for hashing. Work that would
 * wait for more than about two seconds is refused at once, so that a flood of sign-ins cannot fill
 * the memory.
 */
class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {

  /** About two seconds of work: one hash takes about 60 ms. */
  private static final int QUEUE_PER_THREAD = 32;

  /** Enough for the officers who sign in at the start of a day, on a machine of any size. */
  private static final int MIN_QUEUE = 64;

  private final BCryptPasswordEncoder bcrypt;

  private final ExecutorService threads;

  /** The hash of a random password. */
  private final PasswordHash decoy;

  @Autowired
  BcryptPasswordHasher(BCryptPasswordEncoder bcrypt) {
    this(bcrypt, threadsFor(Runtime.getRuntime().availableProcessors()));
  }

  private BcryptPasswordHasher(BCryptPasswordEncoder bcrypt, int threads) {
    this(bcrypt, threads, Math.max(MIN_QUEUE, threads * QUEUE_PER_THREAD));
  }

  /** A hasher with this number of threads, and with a queue of this length. */
  BcryptPasswordHasher(BCryptPasswordEncoder bcrypt, int threads, int queue) {
    this.bcrypt = bcrypt;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
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
    // Bcrypt uses 72 bytes only. A longer password is wrong, but must take the same time.
    String compared =
        possible
            ? password
            : new String(Arrays.copyOf(bytes, Password.MIN_BYTES), StandardCharsets.ISO_8859_1);
    // Without a password, a sign-in must take the same time too.
    String hashed = (hash.equals(PasswordHash.NONE) ? decoy : hash).value();
    return hashing(() -> bcrypt.matches(compared.replace('\0', '?'), hashed)) && possible;
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
