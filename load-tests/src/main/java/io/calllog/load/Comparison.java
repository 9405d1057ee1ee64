package io.calllog.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures pairs of loads alternately, and prints a table in Markdown.
 *
 * @param only rows whose name contains this
 */
record Comparison(Duration time, int rounds, int warmUps, String only) {

  /** Prepares a load immediately before it is measured, because tokens expire. */
  @FunctionalInterface
  interface Preparation {
    Load prepare() throws SQLException, InterruptedException;
  }

  void printHeader() {
    System.out.println(
        "| what, per second | against, per second | ratio, median (range) | wanted |");
    System.out.println("| --- | --- | --- | --- |");
  }

  /** The same for loads that take long, whatever the time. */
  Comparison with(int fewRounds, int fewWarmUps) {
    return new Comparison(time, Math.min(rounds, fewRounds), fewWarmUps, only);
  }

  /** Prints the row of a pair, or why it cannot be measured. */
  void row(String name, Preparation first, String otherName, Preparation second, String wanted)
      throws SQLException, InterruptedException {
    if (!name.contains(only)) {
      return;
    }
    try (Load one = first.prepare();
        Load other = second.prepare()) {
      for (int warmUp = 0; warmUp < warmUps; warmUp++) {
        one.run(time);
        other.run(time);
      }
      measure(name, one, otherName, other, wanted);
    } catch (Refused e) {
      System.out.printf(
          "| %s | %s | left out: %s | %s |%n", name, otherName, e.getMessage(), wanted);
    }
  }

  private void measure(String name, Load one, String otherName, Load other, String wanted)
      throws SQLException, InterruptedException {
    List<Double> rates = new ArrayList<>();
    List<Double> otherRates = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean swapped = round % 2 == 1;
      double before = swapped ? other.run(time) : 0;
      double rate = one.run(time);
      double otherRate = swapped ? before : other.run(time);
      rates.add(rate);
      otherRates.add(otherRate);
      ratios.add(rate / otherRate);
    }
    System.out.printf(
        "| %s: %,.0f | %s: %,.0f | **%.2f** (%.2f to %.2f) | %s |%n",
        name,
        Medians.of(rates),
        otherName,
        Medians.of(otherRates),
        Medians.of(ratios),
        ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
        ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
        wanted);
  }
}
