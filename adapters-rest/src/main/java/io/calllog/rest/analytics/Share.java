package io.calllog.rest.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole, as fractions from 0 to 1, to six digits. */
final class Share {

  private static final int DIGITS = 6;

  private Share() {}

  /** Nothing of nothing is 0. */
  static BigDecimal of(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
  }
}
