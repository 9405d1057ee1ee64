package io.calllog.cache.analytics;

import java.util.Locale;

/** How it went to look for a report, as it is counted. */
enum LookUp {
  /** This process had it. */
  NEAR,
  /** Redis had it. */
  HIT,
  /** Redis had none. */
  MISS,
  /** Redis was away or too slow, or was left alone for having been so. */
  FAILURE,
  /** What Redis had was no report. */
  RUBBISH;

  /** The value of the tag {@code result}. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
