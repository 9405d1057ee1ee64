package io.calllog.application.client.view;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another client that may be the same person or company.
 *
 * @param because {@code phone} or {@code email} if it has the same one, {@code name} if its name is
 *     nearly the same, and its company too, unless one of them has none
 */
public record PossibleDuplicate(
    ClientId id, Name name, @Nullable Name company, List<String> because) {

  public PossibleDuplicate {
    because = List.copyOf(because);
  }
}
