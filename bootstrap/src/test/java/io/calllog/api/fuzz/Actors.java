package io.calllog.api.fuzz;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import java.util.ArrayList;
import java.util.List;

/**
 * The senders of the requests, one for each role. Requests can sign them out, change their
 * passwords and delete them. An actor who can no longer sign in is replaced by a new one.
 */
final class Actors {

  private static final String PROFILE = "/api/auth/profile";

  private final Accounts accounts;
  private final String region;
  private final List<Account> current = new ArrayList<>();
  private final List<String> sessions = new ArrayList<>();
  private int replacements;

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

  /** The accounts and their tokens. */
  List<String> ids() {
    List<String> ids = new ArrayList<>(current.stream().map(Account::id).toList());
    ids.addAll(sessions);
    return ids;
  }

  /** Signs in all actors who are not signed in. */
  void replaceSignedOut() {
    for (int i = 0; i < current.size(); i++) {
      if (current.get(i).api().get(PROFILE).status() == 401) {
        current.set(i, accounts.create(current.get(i).role(), region));
        sessions.set(i, sessionOf(current.get(i)));
        replacements++;
      }
    }
  }

  /** The number of replacements. */
  int replacements() {
    return replacements;
  }

  private static String sessionOf(Account account) {
    return account.api().get("/api/auth/sessions").expect(200).text("/items/0/id");
  }
}
