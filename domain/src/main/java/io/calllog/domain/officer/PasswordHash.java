package io.calllog.domain.officer;

/** A salted password hash that includes its parameters. */
public record PasswordHash(String value) {

  /** Not a valid hash, so no password matches it. */
  public static final PasswordHash NONE = new PasswordHash("erased");

  /** Hides the hash, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
