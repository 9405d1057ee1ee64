package io.calllog.application.shared;

import java.util.UUID;

/** The id of an import. */
public record ImportId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
