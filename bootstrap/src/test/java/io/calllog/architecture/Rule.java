package io.calllog.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule and who breaks it on purpose.
 *
 * @param name what the rule says
 * @param within the rule for the code of a base package
 * @param offenders what its report on the offenders has to name
 */
record Rule(String name, Function<String, ArchRule> within, List<String> offenders) {

  private static final String OFFENDERS = "io.calllog.offenders";

  private static final JavaClasses OFFENDER_CLASSES =
      new ClassFileImporter().importPackages(OFFENDERS);

  static Rule rule(String name, Function<String, ArchRule> within, String... offenders) {
    return new Rule(name, within, List.of(offenders));
  }

  /** Fails when one of these classes breaks the rule, or when there is none that it is about. */
  void check(JavaClasses classes) {
    within.apply("io.calllog").check(classes);
  }

  /** Fails when the rule does not see the offenders. */
  void checkThatOffendersAreReported() {
    var report = within.apply(OFFENDERS).evaluate(OFFENDER_CLASSES).getFailureReport();
    assertThat(report.toString()).contains(offenders);
  }

  @Override
  public String toString() {
    return name;
  }
}
