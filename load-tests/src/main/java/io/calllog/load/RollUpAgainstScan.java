package io.calllog.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the volumes of a year and all officers, without cache, from the roll-up with those from
 * a scan of the calls, alternately, {@code -Druns} (default 9) times each. {@code -Dscan=false}
 * skips the scan. {@code -DotherUrl} also reads the roll-up of another, larger database.
 */
public final class RollUpAgainstScan {

  private static final int WARM_UPS = 2;

  private RollUpAgainstScan() {}

  public static void main(String[] arguments) {
    Program.start(RollUpAgainstScan::run);
  }

  private static void run() throws SQLException {
    Machine.describe();
    int runs = Settings.number("runs", 9);
    var database = LocalDatabase.configured();
    if (Settings.flag("scan", true)) {
      try (var rollUp = new Volumes(database, Volumes.ROLL_UP);
          var scan = new Volumes(database, Volumes.SCAN)) {
        var medians = inTurns(runs, "roll-up", rollUp, "scan", scan, true);
        System.out.printf("roll-up is %.0f times faster than scan%n", medians[1] / medians[0]);
      }
    }
    String otherUrl = Settings.text("otherUrl", "");
    if (!otherUrl.isEmpty()) {
      var other = LocalDatabase.at(otherUrl);
      try (var one = new Volumes(database, Volumes.ROLL_UP);
          var two = new Volumes(other, Volumes.ROLL_UP)) {
        var medians = inTurns(5 * runs, database.name(), one, other.name(), two, false);
        System.out.printf(
            "%s takes %.2f of the time of %s%n", other, medians[1] / medians[0], database);
      }
    }
    if (!Settings.flag("scan", true) && otherUrl.isEmpty()) {
      try (var rollUp = new Volumes(database, Volumes.ROLL_UP)) {
        inTurns(5 * runs, "roll-up", rollUp, null, null, false);
      }
    }
  }

  /** The medians in milliseconds. The second database is optional. */
  private static double[] inTurns(
      int runs, String name, Volumes volumes, String otherName, Volumes other, boolean same)
      throws SQLException {
    var times = new ArrayList<Double>();
    var otherTimes = new ArrayList<Double>();
    for (int run = -WARM_UPS; run < runs; run++) {
      Volumes.Answer answer = volumes.read();
      Volumes.Answer otherAnswer = other == null ? null : other.read();
      if (same && !answer.daysWithCalls().equals(otherAnswer.daysWithCalls())) {
        throw new IllegalStateException("The two do not answer the same");
      }
      if (run == -WARM_UPS) {
        describe(name, answer);
        describe(otherName, otherAnswer);
      }
      if (run >= 0) {
        times.add(answer.millis());
        if (otherAnswer != null) {
          otherTimes.add(otherAnswer.millis());
        }
      }
    }
    return new double[] {report(name, times), report(otherName, otherTimes)};
  }

  private static void describe(String name, Volumes.Answer answer) {
    if (answer != null) {
      System.out.printf("%s: %,d calls on %d days%n", name, answer.calls(), answer.days().size());
    }
  }

  private static double report(String name, List<Double> times) {
    if (times.isEmpty()) {
      return Double.NaN;
    }
    double median = Medians.of(times);
    System.out.printf(
        "%s: median %.1f ms of %d runs, %.1f to %.1f%n",
        name,
        median,
        times.size(),
        times.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
        times.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    return median;
  }
}
