package io.calllog.application.change.view;

/** The kinds of things whose changes are read, in the order within one transaction. */
public enum ChangeKind {
  /** Regions. */
  REGION(0),
  /** Officers. */
  OFFICER(1),
  /** Clients. */
  CLIENT(2),
  /** Calls. */
  CALL(3);

  private final int number;

  ChangeKind(int number) {
    this.number = number;
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
