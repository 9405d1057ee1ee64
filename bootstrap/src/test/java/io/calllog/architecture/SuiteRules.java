package io.calllog.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import io.calllog.api.ApiTest;
import org.junit.platform.commons.annotation.Testable;

/** Rules for the names of tests, which decide in which phase a test runs. */
final class SuiteRules {

  private SuiteRules() {}

  /** Surefire and Failsafe select tests by name, so a test with another name would never run. */
  static ArchRule areNamedByTheirKind(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and(describe("have tests", (JavaClass c) -> c.getMethods().stream().anyMatch(isTest())))
        .should()
        .haveNameMatching("(.*\\.)?[A-Za-z]+(Test|IT|Contract)(\\$\\w+)?");
  }

  static ArchRule ofTheApplicationAreNamedSo(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and()
        .areAnnotatedWith(ApiTest.class)
        .should()
        .haveSimpleNameEndingWith("IT");
  }

  static ArchRule areSentences(String base) {
    return methods()
        .that(are(isTest()))
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(base + "..")
        .should()
        .haveNameMatching("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  }

  static ArchRule doNotSleep(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .callMethodWhere(
            describe(
                "it sleeps",
                call ->
                    call.getTargetOwner().isEquivalentTo(Thread.class)
                        && call.getName().equals("sleep")));
  }

  static ArchRule areNeverSkipped(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .dependOnClassesThat(
            describe(
                "skip tests",
                (JavaClass other) ->
                    other.getPackageName().equals("org.junit.jupiter.api.condition")
                        || other.getName().equals("org.junit.jupiter.api.Disabled")
                        || other.getName().equals("org.junit.jupiter.api.Assumptions")
                        || other.getName().equals("org.assertj.core.api.Assumptions")));
  }

  private static DescribedPredicate<JavaMethod> isTest() {
    return describe(
        "tests",
        method ->
            method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(annotation -> annotation.isMetaAnnotatedWith(Testable.class)));
  }

  private static <T extends CanBeAnnotated> DescribedPredicate<T> are(DescribedPredicate<T> what) {
    return what.as("are %s", what.getDescription());
  }
}
