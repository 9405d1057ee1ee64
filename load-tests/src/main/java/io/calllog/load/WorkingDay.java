package io.calllog.load;

import io.calllog.load.data.MeasuredRows;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists of what is to be done, and searches, next to lists that cost what a page costs. */
record WorkingDay(Server app, Comparison comparison) {

  private static final String BY_NAME = "/api/clients?limit=50&sort=name";

  void compare() throws SQLException, InterruptedException {
    Map<String, String> accounts = new LinkedHashMap<>();
    accounts.put("administrator", Server.adminEmail());
    accounts.put("manager of 40 regions", MeasuredRows.MANAGER);
    accounts.put("officer", MeasuredRows.OFFICER);
    for (Map.Entry<String, String> account : accounts.entrySet()) {
      String suffix = ", " + account.getKey();
      String email = account.getValue();
      row("clients by last call" + suffix, email, "/api/clients?limit=50&sort=lastCallAt", BY_NAME);
      row("follow-ups" + suffix, email, "/api/follow-ups?limit=50", BY_NAME);
      row("open follow-ups" + suffix, email, "/api/follow-ups?limit=50&state=OPEN", BY_NAME);
      search("a frequent word" + suffix, email, "wants");
      search("a rare word" + suffix, email, "bceigfy");
    }
  }

  private void search(String name, String email, String words)
      throws SQLException, InterruptedException {
    row("calls with " + name, email, "/api/calls?limit=50&q=" + words, "/api/calls?limit=50");
  }

  private void row(String name, String email, String path, String otherPath)
      throws SQLException, InterruptedException {
    comparison.row(
        name,
        () -> Wrk.get(app.address().resolve(path), app.signIn(email)),
        otherPath.equals(BY_NAME) ? "clients by name" : "calls",
        () -> Wrk.get(app.address().resolve(otherPath), app.signIn(email)),
        "≥ 0.5");
  }
}
