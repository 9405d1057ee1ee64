package io.calllog.application.testing;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sorting and paging in memory, in the order of the database. */
public final class Ordering {

  /** The order of UUIDs in the database; {@link UUID#compareTo} compares signed halves. */
  public static final Comparator<UUID> BY_UUID =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  /**
   * By letters without their accents, then by accents, then by id. It agrees with the root
   * collation of ICU for the names in tests.
   */
  public static final Comparator<ByName> BY_NAME =
      Comparator.comparing((ByName place) -> weights(place.sortName()), Arrays::compare)
          .thenComparing(place -> Normalizer.normalize(place.sortName(), Form.NFKD))
          .thenComparing(ByName::sortName)
          .thenComparing(ByName::id, BY_UUID);

  /** By start, then by id. */
  public static final Comparator<ByStart> BY_START =
      Comparator.comparing(ByStart::startedAt).thenComparing(ByStart::id, BY_UUID);

  /** By time, then by id. */
  public static final Comparator<ByTime> BY_TIME =
      Comparator.comparing(ByTime::at).thenComparing(ByTime::id, BY_UUID);

  /** By last call, then by id. Those without calls come first. */
  public static final Comparator<ByLastCall> BY_LAST_CALL =
      Comparator.comparing(
              ByLastCall::lastCallAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(ByLastCall::id, BY_UUID);

  /** By path, in byte order. */
  public static final Comparator<ByPath> BY_PATH =
      Comparator.comparing(
          place -> place.path().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private Ordering() {}

  /** Returns the text in upper, then lower case, so that {@code ß} equals {@code SS}. */
  public static String folded(String text) {
    return text.toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Returns the requested page. */
  public static <T, C extends Cursor> Slice<T, C> page(
      Stream<T> items, Function<T, C> place, Comparator<C> order, Paging<C> paging) {
    List<T> all = items.sorted(Comparator.comparing(place, order)).toList();
    C after = paging.after();
    List<T> rest =
        after == null
            ? all
            : all.stream().filter(t -> order.compare(place.apply(t), after) > 0).toList();
    boolean more = rest.size() > paging.limit();
    List<T> page = more ? rest.subList(0, paging.limit()) : rest;
    return new Slice<>(
        page,
        more ? place.apply(page.getLast()) : null,
        paging.counted() ? Total.of(all.size()) : null);
  }

  /** Passes on all items, as an export does. */
  public static <T, C extends Cursor> void export(
      Stream<T> items, Function<T, C> place, Comparator<C> order, Export<T> export) {
    List<T> all = items.sorted(Comparator.comparing(place, order)).toList();
    export.requireAtMostMaximum(all.size());
    all.forEach(export.items());
  }

  /** Symbols come before digits, and digits before letters. */
  private static int[] weights(String name) {
    return Normalizer.normalize(name, Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(c -> c == 'ł' ? 'l' : c == 'ø' ? 'o' : c)
        .map(c -> Character.isLetter(c) ? c : c - Character.MAX_CODE_POINT)
        .toArray();
  }
}
