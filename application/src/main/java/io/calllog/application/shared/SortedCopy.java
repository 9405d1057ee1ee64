package io.calllog.application.shared;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Copies sets, so that equal sets have equal texts. */
public final class SortedCopy {

  private SortedCopy() {}

  /**
   * Returns an unmodifiable copy, sorted by the texts of the values. Of values with equal texts,
   * only one is in the copy.
   */
  public static <T> Set<T> of(Set<T> values) {
    Set<T> sorted = new TreeSet<>(Comparator.comparing(Object::toString));
    sorted.addAll(values);
    return Collections.unmodifiableSet(sorted);
  }
}
