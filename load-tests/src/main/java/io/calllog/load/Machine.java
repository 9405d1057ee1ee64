package io.calllog.load;

import java.lang.management.ManagementFactory;

/** Prints the machine of a measurement and its load. */
final class Machine {

  private Machine() {}

  static void describe() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d processors, load of the last minute %.1f, Java %s%n",
        system.getAvailableProcessors(), system.getSystemLoadAverage(), Runtime.version());
  }
}
