package io.calllog.cache.auth;

import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.shared.TooManyRequests;
import java.time.Duration;

/** Failed sign-ins and registrations, counted in Redis. */
final class RedisSignInThrottle implements SignInThrottle {

  private static final Duration LOGIN_PERIOD = Duration.ofMinutes(15);

  private final Buckets networks;
  private final Buckets accountsFromNetworks;
  private final Buckets accounts;

  RedisSignInThrottle(RateLimitSettings settings, Buckets.Factory factory) {
    int perMinute = settings.auth().perMinute();
    int perAccountAndAddress = settings.loginFailures().perAccountAndAddress();
    int perAccount = settings.loginFailures().perAccount();
    this.networks =
        factory.of(new BucketPolicy("auth", perMinute, perMinute, Duration.ofMinutes(1)));
    this.accountsFromNetworks =
        factory.of(
            new BucketPolicy(
                "account-and-address", perAccountAndAddress, perAccountAndAddress, LOGIN_PERIOD));
    this.accounts = factory.of(new BucketPolicy("account", perAccount, perAccount, LOGIN_PERIOD));
  }

  @Override
  public void reserve(String account, String network) {
    require(networks, networks.of(network).look());
    SharedBucket fromHere = accountsFromNetworks.of(both(account, network));
    require(accountsFromNetworks, fromHere.take());
    Level fromAll = accounts.of(account).take();
    if (!fromAll.granted()) {
      fromHere.putBack(); // this attempt will not be made, so it cannot fail here
    }
    require(accounts, fromAll);
  }

  @Override
  public void giveBack(String account, String network) {
    accountsFromNetworks.of(both(account, network)).putBack();
    accounts.of(account).putBack();
  }

  @Override
  public void countFailure(String network) {
    require(networks, networks.of(network).owe());
  }

  @Override
  public void countRegistration(String network) {
    require(networks, networks.of(network).take());
  }

  /** No network has a line break in its name. */
  private static String both(String account, String network) {
    return network + "\n" + account;
  }

  private static void require(Buckets buckets, Level level) {
    if (!level.granted()) {
      buckets.countRefusal();
      throw new TooManyRequests(level.untilMore());
    }
  }
}
