package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An element of an array that is read by itself: its errors do not refuse the whole request.
 *
 * @param id the value of its property {@code id}, even if it has errors; null if it is not a UUID
 * @param value null if it has errors
 * @param violations the fields are paths in this element
 */
public record BatchItem<R extends Record>(
    @Nullable UUID id, @Nullable R value, List<Violation> violations) {

  /**
   * Returns the value.
   *
   * @throws InvalidInput if the element has errors
   */
  public R require() {
    if (value == null) {
      throw new InvalidInput(violations);
    }
    return value;
  }
}
