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
 * @param nextCursor the cursor of the next page; null on the last page
 * @param total the number of items on all pages; absent unless the request asks for it
 * @param totalIsLowerBound true if there are more items than {@code total}; otherwise absent
 */
public record ItemsResponse<T>(
    List<T> items,
    @Nullable String nextCursor,
    @JsonInclude(Include.NON_NULL) @Nullable Long total,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean totalIsLowerBound) {

  /** A list that always fits on one page. */
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
