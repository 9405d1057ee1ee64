package io.calllog.architecture;

import static io.calllog.architecture.Rule.rule;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tests of all modules follow the rules, and each rule reports the code that violates it. */
class SuiteTest {

  static final List<Rule> RULES =
      List.of(
          rule("tests are named by their kind", SuiteRules::areNamedByTheirKind, "NeverRunChecks"),
          rule(
              "tests of the running application are named so",
              SuiteRules::ofTheApplicationAreNamedSo,
              "NotSaidToNeedServices"),
          rule("tests are sentences", SuiteRules::areSentences, "doesNotReadLikeASentence"),
          rule("tests do not sleep", SuiteRules::doNotSleep, "sleeps_until_it_is_probably_done"),
          rule("tests are never skipped", SuiteRules::areNeverSkipped, "NeverRunChecks"));

  private static final JavaClasses TEST_CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/offenders/"))
          .importPaths(testClassesOfAllModules());

  @ParameterizedTest
  @FieldSource("RULES")
  void the_tests_of_all_modules_follow(Rule rule) {
    rule.check(TEST_CLASSES);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void offenders_are_reported_by(Rule rule) {
    rule.checkThatOffendersAreReported();
  }

  /** The compiled tests of all modules; this module is built last. */
  private static List<Path> testClassesOfAllModules() {
    try (Stream<Path> modules = Files.list(root())) {
      return modules
          .map(module -> module.resolve("target/test-classes"))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      var here = SuiteTest.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(here).resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
