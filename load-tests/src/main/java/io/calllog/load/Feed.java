package io.calllog.load;

import java.time.Duration;

/** Reads the feed of changes from its beginning, a page after the other, on one connection. */
final class Feed implements Load {

  private final Server app;
  private final String token;
  private String cursor = "";

  Feed(Server app, String token) {
    this.app = app;
    this.token = token;
  }

  static String page(String cursor) {
    return "/api/changes?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
  }

  /** Returns the number of pages per second. */
  @Override
  public double run(Duration time) throws InterruptedException {
    long start = System.nanoTime();
    int pages = 0;
    while (System.nanoTime() - start < time.toNanos()) {
      next();
      pages++;
    }
    return pages * 1e9 / (System.nanoTime() - start);
  }

  String cursorAfter(int pages) throws InterruptedException {
    for (int i = 0; i < pages; i++) {
      next();
    }
    return cursor;
  }

  private void next() throws InterruptedException {
    var response = app.send("GET", page(cursor), token, "");
    if (response.statusCode() != 200) {
      throw new Refused("The feed answered " + response.statusCode());
    }
    String body = response.body(); // not parsed, because this program is not to be measured
    cursor = after(body, "\"nextCursor\":\"");
    if (body.endsWith("\"more\":false}")) {
      cursor = "";
    }
  }

  private static String after(String body, String name) {
    int start = body.lastIndexOf(name) + name.length();
    return body.substring(start, body.indexOf('"', start));
  }
}
