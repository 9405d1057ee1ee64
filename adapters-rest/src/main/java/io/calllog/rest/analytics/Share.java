package io.calllog.rest.analytics;

/** Parts of a whole, as fractions from 0 to 1, to six digits. */
final class Share {

  private static final double DIGITS = 1_000_000;

  private Share() {}

  /** Nothing of nothing is 0. */
  static double of(long part, long whole) {
    return whole == 0 ? 0 : rounded((double) part / whole);
  }

  static double rounded(double fraction) {
    return Math.round(fraction * DIGITS) / DIGITS;
  }
}
