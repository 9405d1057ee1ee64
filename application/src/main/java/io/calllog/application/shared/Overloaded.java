package io.calllog.application.shared;

/** The system is overloaded. The request was not processed. */
public final class Overloaded extends ServiceFailure {

  public Overloaded() {
    super("overloaded", "The server is overloaded at the moment. Try again shortly.");
  }
}
