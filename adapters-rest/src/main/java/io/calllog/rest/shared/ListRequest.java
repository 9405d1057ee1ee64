package io.calllog.rest.shared;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The current request for one page of a list. Reads the cursor and creates the response with a
 * {@code Link} to the next page. A cursor contains a fingerprint of its list (filter, order,
 * owner), so it is valid for that list only, however the request is spelled.
 */
public final class ListRequest {

  private final long list;

  /**
   * A request for a page.
   *
   * @param what makes up the list: the filter, and whatever else narrows or orders it
   */
  public ListRequest(Object... what) {
    this.list = ListFingerprint.of(what);
  }

  /**
   * Which page is wanted.
   *
   * @param kind the kind of place that the list's order has
   * @throws MalformedRequest when the cursor is none, or one of another list
   */
  public <C extends Cursor> Paging<C> paging(
      Class<C> kind, @Nullable PageLimit limit, @Nullable String cursor, @Nullable Boolean count) {
    return new Paging<>(
        limit == null ? Paging.DEFAULT_LIMIT : limit.value(),
        cursor == null ? null : read(cursor, kind),
        count != null && count);
  }

  /** The answer with a page. */
  public <T, C extends Cursor, R> ResponseEntity<ItemsResponse<R>> answer(
      Slice<T, C> slice, Function<T, R> response) {
    ItemsResponse<R> body = page(slice, response);
    return ResponseEntity.ok().headers(links(body)).body(body);
  }

  /** The page alone, for an answer that says more; {@link #links} goes with it. */
  public <T, C extends Cursor, R> ItemsResponse<R> page(
      Slice<T, C> slice, Function<T, R> response) {
    return items(slice, response, list);
  }

  /** The header that leads on from a page, if it does (RFC 8288). */
  public HttpHeaders links(ItemsResponse<?> page) {
    var headers = new HttpHeaders();
    if (page.nextCursor() != null) {
      headers.set(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(page.nextCursor())));
    }
    return headers;
  }

  /**
   * The first page of another list, embedded in an answer: its cursor continues at that list's own
   * address.
   *
   * @param what makes up that list, as for the constructor
   */
  public static <T, C extends Cursor, R> ItemsResponse<R> embedded(
      Slice<T, C> slice, Function<T, R> response, Object... what) {
    return items(slice, response, ListFingerprint.of(what));
  }

  private static <T, C extends Cursor, R> ItemsResponse<R> items(
      Slice<T, C> slice, Function<T, R> response, long list) {
    return ItemsResponse.of(
        slice.items().stream().map(response).toList(),
        slice.next() == null ? null : CursorCodec.write(slice.next(), list),
        slice.total());
  }

  private <C extends Cursor> C read(String cursor, Class<C> kind) {
    return CursorCodec.read(cursor, list)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(ListRequest::unreadable);
  }

  private static MalformedRequest unreadable() {
    return MalformedRequest.invalid(
        List.of(
            ProblemError.inParameter(
                new Violation("cursor", "malformed", "must be a cursor of this very list"))));
  }

  /** The current request with another cursor, as an address without scheme and host. */
  private static String next(String cursor) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .scheme(null)
        .host(null)
        .port(null)
        .replaceQueryParam("cursor", cursor)
        .build()
        .toUriString();
  }
}
