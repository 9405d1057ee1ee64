package io.calllog.api.fuzz;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Who sends the requests: somebody of each role. They may sign themselves and each other out, lose
 * their passwords and delete each other; whoever is gone is followed by somebody new.
 */
final class Actors {

  private static final String PROFILE = "/api/auth/profile";

  private final Accounts accounts;
  private final String region;
  private final List<Account> current = new ArrayList<>();
  private final List<String> sessions = new ArrayList<>();
  private int followers;

  Actors(Accounts accounts, String region) {
    this.accounts = accounts;
    this.region = region;
    for (String role : List.of("MANAGER", "OFFICER", "ADMIN")) {
      current.add(accounts.create(role, region));
      sessions.add(sessionOf(current.getLast()));
    }
  }

  Account manager() {
    return current.get(0);
  }

  Account officer() {
    return current.get(1);
  }

  List<String> tokens() {
    return current.stream().map(Account::token).toList();
  }

  List<String> refreshTokens() {
    return current.stream().map(Account::refreshToken).toList();
  }

  /** Who they are, and what they act by. */
  List<String> ids() {
    List<String> ids = new ArrayList<>(current.stream().map(Account::id).toList());
    ids.addAll(sessions);
    return ids;
  }

  /** Sees to it that all are signed in. */
  void followThoseWhoAreGone() {
    for (int i = 0; i < current.size(); i++) {
      if (current.get(i).api().get(PROFILE).status() == 401) {
        current.set(i, accounts.create(current.get(i).role(), region));
        sessions.set(i, sessionOf(current.get(i)));
        followers++;
      }
    }
  }

  /** How many came after the first ones. */
  int followers() {
    return followers;
  }

  private static String sessionOf(Account account) {
    return account.api().get("/api/auth/sessions").expect(200).text("/items/0/id");
  }
}
