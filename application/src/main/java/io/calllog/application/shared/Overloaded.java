package io.calllog.application.shared;

/** The system is overloaded. The request was not processed. */
public final class Overloaded extends ServiceFailure {

  public Overloaded() {
    super("overloaded", "There is too much to do at the moment. Try again shortly.");
  }
}
