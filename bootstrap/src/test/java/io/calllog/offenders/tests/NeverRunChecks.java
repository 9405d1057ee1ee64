package io.calllog.offenders.tests;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class NeverRunChecks {

  @Test
  @Disabled("some day")
  void doesNotReadLikeASentence() {}

  @Test
  void sleeps_until_it_is_probably_done() throws InterruptedException {
    Thread.sleep(1);
  }
}
