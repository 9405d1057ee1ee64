package io.calllog.rest.shared;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A request for one page of a list: reads where the page begins, and answers with the page and the
 * way to the next one. Which list it is (the address and all parameters that filter or order) is
 * part of each cursor, so that a cursor is good for its own list only.
 */
public final class ListRequest {

  private static final Set<String> NOT_PART_OF_THE_LIST = Set.of("limit", "cursor", "count");

  private final String path;
  private final List<String> parameters;

  /** The list that this request asks for. */
  public ListRequest(HttpServletRequest request) {
    this.path = request.getRequestURI();
    String query = request.getQueryString();
    this.parameters =
        query == null
            ? List.of()
            : Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).toList();
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
    ItemsResponse<R> body = items(slice, response);
    var answer = ResponseEntity.ok();
    if (body.nextCursor() != null) {
      answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(body.nextCursor())));
    }
    return answer.body(body);
  }

  private <T, C extends Cursor, R> ItemsResponse<R> items(
      Slice<T, C> slice, Function<T, R> response) {
    return ItemsResponse.of(
        slice.items().stream().map(response).toList(),
        slice.next() == null ? null : CursorCodec.write(slice.next(), fingerprint(path)),
        slice.total());
  }

  /**
   * The first page of another list, embedded in an answer: its cursor continues at that list's own
   * address.
   *
   * @param listPath the address of the list, without parameters
   */
  public static <T, C extends Cursor, R> ItemsResponse<R> embedded(
      String listPath, Slice<T, C> slice, Function<T, R> response) {
    return new ListRequest(listPath).items(slice, response);
  }

  private ListRequest(String path) {
    this.path = path;
    this.parameters = List.of();
  }

  private <C extends Cursor> C read(String cursor, Class<C> kind) {
    return CursorCodec.read(cursor, fingerprint(path))
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

  private String next(String cursor) {
    return parameters.stream()
        .filter(pair -> !name(pair).equals("cursor"))
        .collect(Collectors.joining("&", path + "?", parameters.isEmpty() ? "" : "&"))
        .replace("?&", "?")
        .concat("cursor=" + cursor);
  }

  private long fingerprint(String listPath) {
    String list =
        parameters.stream()
            .filter(pair -> !NOT_PART_OF_THE_LIST.contains(name(pair)))
            .sorted()
            .collect(Collectors.joining("&", listPath + "?", ""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }
}
