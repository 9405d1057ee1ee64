package io.calllog.load;

/** The caller asked for what a program here does not do; the message says why. */
public final class Refused extends RuntimeException {

  public Refused(String reason) {
    super(reason);
  }
}
