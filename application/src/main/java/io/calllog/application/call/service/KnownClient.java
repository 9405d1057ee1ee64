package io.calllog.application.call.service;

import io.calllog.domain.shared.Violation;

/** The rule that a call names only clients whom the actor sees. */
final class KnownClient {

  private KnownClient() {}

  static Violation violation() {
    return new Violation("clientId", "unknown-reference", "must be a client you can see");
  }
}
