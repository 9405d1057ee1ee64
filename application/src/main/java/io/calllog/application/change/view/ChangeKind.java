package io.calllog.application.change.view;

/** The kinds of things whose changes are read, in the order within one transaction. */
public enum ChangeKind {
  /** Regions. */
  REGION(0, "region"),
  /** Officers. */
  OFFICER(1, "officer"),
  /** Clients. */
  CLIENT(2, "client"),
  /** Calls. */
  CALL(3, "call"),
  /** Follow-ups. */
  FOLLOW_UP(4, "followUp");

  private final int number;
  private final String noun;

  ChangeKind(int number, String noun) {
    this.number = number;
    this.noun = noun;
  }

  /** Returns the name in the API: a noun in the singular, such as {@code followUp}. */
  public String noun() {
    return noun;
  }

  /** Returns the number in cursors and in table {@code departures}, in the order of the kinds. */
  public int number() {
    return number;
  }

  /** Returns the kind with this number. */
  public static ChangeKind of(int number) {
    for (ChangeKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind has number " + number);
  }
}
