package io.calllog.domain.key;

/** What a key may be used for. The texts are stored and used in the API: they never change. */
public enum Scope {
  CALLS_READ("calls:read"),
  CALLS_WRITE("calls:write"),
  CLIENTS_READ("clients:read"),
  CLIENTS_WRITE("clients:write"),
  FOLLOW_UPS_READ("follow-ups:read"),
  FOLLOW_UPS_WRITE("follow-ups:write"),
  OFFICERS_READ("officers:read"),
  FIGURES_READ("figures:read"),
  CHANGES_READ("changes:read");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
