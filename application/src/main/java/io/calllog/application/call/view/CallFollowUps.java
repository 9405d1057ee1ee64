package io.calllog.application.call.view;

import io.calllog.domain.followup.FollowUpId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The follow-ups that a call made and completed when it was logged, even if they were changed or
 * deleted since.
 *
 * @param made null if it made none
 * @param completed by id
 */
public record CallFollowUps(@Nullable FollowUpId made, List<FollowUpId> completed) {

  /** Those of a call without any. */
  public static final CallFollowUps NONE = new CallFollowUps(null, List.of());

  /** Copies the list. */
  public CallFollowUps {
    completed = List.copyOf(completed);
  }
}
