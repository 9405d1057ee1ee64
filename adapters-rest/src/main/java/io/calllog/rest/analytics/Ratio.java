package io.calllog.rest.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A ratio from 0 to 1 with up to six digits. */
final class Ratio {

  private static final int DIGITS = 6;

  private Ratio() {}

  /** The ratio; 0 when the whole is 0. */
  static BigDecimal of(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
  }
}
