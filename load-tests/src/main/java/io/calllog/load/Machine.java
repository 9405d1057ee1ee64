package io.calllog.load;

import java.lang.management.ManagementFactory;

/** What a figure was measured on, and whether somebody else was at work there. */
final class Machine {

  private Machine() {}

  static void describe() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d processors, load of the last minute %.1f, Java %s%n",
        system.getAvailableProcessors(), system.getSystemLoadAverage(), Runtime.version());
  }
}
