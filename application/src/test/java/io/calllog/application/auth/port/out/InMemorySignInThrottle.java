package io.calllog.application.auth.port.out;

import io.calllog.application.shared.TooManyRequests;
import io.calllog.application.testing.SettableClock;
import java.time.Duration;

/**
 * Fake that permits, within 15 minutes, 5 failures of an account from one network and 50 from all,
 * and 10 failures and registrations of a network in a minute. Thread-safe.
 */
public final class InMemorySignInThrottle implements SignInThrottle {

  private final TokenBuckets networks;
  private final TokenBuckets accountsFromNetworks;
  private final TokenBuckets accounts;

  public InMemorySignInThrottle(SettableClock clock) {
    this.networks = new TokenBuckets(10, 10, Duration.ofMinutes(1), clock);
    this.accountsFromNetworks = new TokenBuckets(5, 5, Duration.ofMinutes(15), clock);
    this.accounts = new TokenBuckets(50, 50, Duration.ofMinutes(15), clock);
  }

  @Override
  public synchronized void reserve(String account, String network) {
    require(networks, network);
    require(accountsFromNetworks, network + "\n" + account);
    require(accounts, account);
    accountsFromNetworks.take(network + "\n" + account, 1);
    accounts.take(account, 1);
  }

  @Override
  public synchronized void refund(String account, String network) {
    accountsFromNetworks.take(network + "\n" + account, -1);
    accounts.take(account, -1);
  }

  @Override
  public synchronized void countFailure(String network) {
    boolean permitted = networks.has(network);
    networks.take(network, 1);
    if (!permitted) {
      throw new TooManyRequests(networks.untilMore(network));
    }
  }

  @Override
  public synchronized void countRegistration(String network) {
    require(networks, network);
    networks.take(network, 1);
  }

  private static void require(TokenBuckets buckets, String subject) {
    if (!buckets.has(subject)) {
      throw new TooManyRequests(buckets.untilMore(subject));
    }
  }
}
