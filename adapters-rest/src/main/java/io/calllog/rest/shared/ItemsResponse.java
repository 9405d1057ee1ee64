package io.calllog.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.shared.Slice.Total;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param nextCursor where the next page begins; null on the last page
 * @param total how many items all pages have; only there if it was asked for
 * @param totalIsLowerBound true when there are more than {@code total}; else not there
 * @param <T> the kind of item
 */
public record ItemsResponse<T>(
    List<T> items,
    @Nullable String nextCursor,
    @JsonInclude(Include.NON_NULL) @Nullable Long total,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean totalIsLowerBound) {

  /** A list that is short enough to have one page. */
  public static <T> ItemsResponse<T> all(List<T> items) {
    return new ItemsResponse<>(items, null, null, null);
  }

  static <T> ItemsResponse<T> of(
      List<T> items, @Nullable String nextCursor, @Nullable Total total) {
    return new ItemsResponse<>(
        items,
        nextCursor,
        total == null ? null : total.count(),
        (total != null && total.lowerBound()) ? true : null);
  }
}
