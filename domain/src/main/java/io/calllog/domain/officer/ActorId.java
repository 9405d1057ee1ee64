package io.calllog.domain.officer;

import java.util.UUID;

/** The id of an actor: that of an officer or of a key for machines. No two of them are equal. */
public record ActorId(UUID value) {

  /** Returns the id of an officer as an actor. */
  public static ActorId of(OfficerId officer) {
    return new ActorId(officer.value());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
