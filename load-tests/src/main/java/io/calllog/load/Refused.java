package io.calllog.load;

/** A program does not accept its arguments or the database. The message has the reason. */
public final class Refused extends RuntimeException {

  public Refused(String reason) {
    super(reason);
  }
}
