package io.calllog.api.officer;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import java.util.List;

/** Requests and responses of officers for tests. */
final class Officers {

  static final String PATH = "/api/officers";

  private Officers() {}

  /** The address of an officer. */
  static String at(String id) {
    return PATH + "/" + id;
  }

  /** Logs a call of the officer that began at this time. */
  static Answer call(Api api, String officer, String startedAt, int seconds, String outcome) {
    var body =
        Api.json(
            "officerId", officer,
            "type", "OUTGOING",
            "outcome", outcome,
            "durationSeconds", seconds,
            "startedAt", startedAt);
    return api.post("/api/calls", body).expect(201);
  }

  /** One field of all items of a page. */
  static List<String> each(Answer page, String field) {
    return page.at("/items").valueStream().map(item -> item.at("/" + field).asString()).toList();
  }

  /** The pointers, or the names of the parameters, of all errors. */
  static List<String> errors(Answer refusal) {
    return refusal
        .at("/errors")
        .valueStream()
        .map(e -> e.has("pointer") ? e.at("/pointer").asString() : e.at("/parameter").asString())
        .toList();
  }
}
