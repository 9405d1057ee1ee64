package io.calllog.application.shared;

/** There is more to do than can be done in a moment; nothing was done of this. */
public final class Overloaded extends ServiceFailure {

  /** Work that is not even put in line. */
  public Overloaded() {
    super("overloaded", "The server is overloaded at the moment. Try again shortly.");
  }
}
