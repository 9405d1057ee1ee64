package io.calllog.cache.auth;

import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.shared.TooManyRequests;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;

/** Limits failed sign-ins and registrations with token buckets per network and per account. */
record RedisSignInThrottle(Buckets networks, Buckets accountsFromNetworks, Buckets accounts)
    implements SignInThrottle {

  @Override
  public void reserve(String account, String network) {
    EstimationProbe probe = networks.use(network, bucket -> bucket.estimateAbilityToConsume(1));
    require(networks, probe.canBeConsumed(), probe.getNanosToWaitForRefill());
    consume(accountsFromNetworks, both(account, network));
    try {
      consume(accounts, account);
    } catch (TooManyRequests e) {
      refund(accountsFromNetworks, both(account, network)); // no attempt is made
      throw e;
    }
  }

  @Override
  public void refund(String account, String network) {
    refund(accountsFromNetworks, both(account, network));
    refund(accounts, account);
  }

  @Override
  public void countFailure(String network) {
    long nanosOfDebt = networks.use(network, bucket -> bucket.consumeIgnoringRateLimits(1));
    require(networks, nanosOfDebt == 0, nanosOfDebt + networks.timeToAdd(1).toNanos());
  }

  @Override
  public void countRegistration(String network) {
    consume(networks, network);
  }

  /** The names of networks contain no line breaks. */
  private static String both(String account, String network) {
    return network + "\n" + account;
  }

  private static void consume(Buckets buckets, String subject) {
    ConsumptionProbe probe = buckets.use(subject, bucket -> bucket.tryConsumeAndReturnRemaining(1));
    require(buckets, probe.isConsumed(), probe.getNanosToWaitForRefill());
  }

  /** Adds a token, unless the bucket is full. */
  private static void refund(Buckets buckets, String subject) {
    buckets.use(
        subject,
        bucket -> {
          bucket.addTokens(1);
          return bucket;
        });
  }

  private static void require(Buckets buckets, boolean granted, long nanosToWait) {
    buckets.count(granted);
    if (!granted) {
      throw new TooManyRequests(Duration.ofNanos(nanosToWait));
    }
  }
}
