package io.calllog.rest.shared;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The current request for one page of a list. Reads the cursor and creates the response with a
 * {@code Link} to the next page. A cursor contains a fingerprint of its list, so it is valid for
 * that list only, in any spelling of the request.
 */
public final class ListRequest {

  /** Accepted as they are in a query, see {@code server.tomcat.relaxed-query-chars}. */
  private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[\\[\\]{}|\\\\^`]");

  private final String list;

  /**
   * A request for a page.
   *
   * @param definition everything that defines the list: its filter, its order, its owner. Equal
   *     lists must have equal definitions as text, on every node and after a restart
   */
  public ListRequest(Object... definition) {
    this.list = fingerprint(definition);
  }

  /**
   * The requested page.
   *
   * @param kind the kind of cursor that fits the order of the list
   * @throws InvalidInput if the cursor is malformed or belongs to another list
   */
  public <C extends Cursor> Paging<C> paging(Class<C> kind, PageParameters page) {
    return new Paging<>(
        page.limit() == null ? Paging.DEFAULT_LIMIT : page.limit().value(),
        page.cursor() == null ? null : read(page.cursor(), kind),
        Boolean.TRUE.equals(page.count()));
  }

  /** The response with a page, and with a link to the next page if there is one. */
  public <T, C extends Cursor, R> ResponseEntity<ItemsResponse<R>> answer(
      Slice<T, C> slice, Function<T, R> response) {
    ItemsResponse<R> body = items(slice, response, list);
    var headers = new HttpHeaders();
    if (body.nextCursor() != null) { // RFC 8288
      headers.set(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(body.nextCursor())));
    }
    return ResponseEntity.ok().headers(headers).body(body);
  }

  /**
   * The first page of another list inside a response. Its cursor is used at the address of that
   * list.
   *
   * @param definition everything that defines that list, as for the constructor
   */
  public static <T, C extends Cursor, R> ItemsResponse<R> embedded(
      Slice<T, C> slice, Function<T, R> response, Object... definition) {
    return items(slice, response, fingerprint(definition));
  }

  private static <T, C extends Cursor, R> ItemsResponse<R> items(
      Slice<T, C> slice, Function<T, R> response, String list) {
    return ItemsResponse.of(
        slice.items().stream().map(response).toList(),
        slice.next() == null ? null : CursorCodec.write(slice.next(), list),
        slice.total());
  }

  private static String fingerprint(Object... definition) {
    return Integer.toHexString(Arrays.toString(definition).hashCode());
  }

  /** The cursor as text. */
  public String write(Cursor cursor) {
    return CursorCodec.write(cursor, list);
  }

  /**
   * The cursor in a request.
   *
   * @param kind the kind of cursor that fits the order of the list
   * @throws InvalidInput if the cursor is malformed or belongs to another list
   */
  public <C extends Cursor> C read(String cursor, Class<C> kind) {
    return CursorCodec.read(cursor, list)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(
            () -> new InvalidInput("cursor", "malformed", "must be a cursor of the same list"));
  }

  /** The current request with another cursor, as an address without scheme and host. */
  private static String next(String cursor) {
    String address =
        ServletUriComponentsBuilder.fromCurrentRequest()
            .scheme(null)
            .host(null)
            .port(null)
            .replaceQueryParam("cursor", cursor)
            .build()
            .toUriString();
    return Addresses.forwardedPrefix()
        + NOT_IN_ADDRESSES
            .matcher(address)
            .replaceAll(found -> UriUtils.encode(found.group(), StandardCharsets.UTF_8));
  }
}
