package io.calllog.domain.officer;

/**
 * What is kept of a password: a salted hash that carries its own parameters.
 *
 * @param value the encoded hash, never shown
 */
public record PasswordHash(String value) {

  /** Hides the hash, so that it reaches no log. */
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
