package io.calllog.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule and the code that violates it on purpose.
 *
 * @param within returns the rule for a base package
 * @param offenders texts that the report on the offenders must contain
 */
record Rule(String name, Function<String, ArchRule> within, List<String> offenders) {

  private static final String OFFENDERS = "io.calllog.offenders";

  private static final JavaClasses OFFENDER_CLASSES =
      new ClassFileImporter().importPackages(OFFENDERS);

  static Rule rule(String name, Function<String, ArchRule> within, String... offenders) {
    return new Rule(name, within, List.of(offenders));
  }

  /** Fails if a class violates the rule, or if the rule applies to no class. */
  void check(JavaClasses classes) {
    within.apply("io.calllog").check(classes);
  }

  /** Fails if the rule does not report the offenders. */
  void checkThatOffendersAreReported() {
    var report = within.apply(OFFENDERS).evaluate(OFFENDER_CLASSES).getFailureReport();
    assertThat(report.toString()).contains(offenders);
  }

  @Override
  public String toString() {
    return name;
  }
}
