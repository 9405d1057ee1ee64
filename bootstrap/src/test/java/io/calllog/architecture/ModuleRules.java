package io.calllog.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;

/**
 * Rules for dependencies between modules and packages. The base package of a rule is that of the
 * product or of the offenders.
 */
final class ModuleRules {

  private ModuleRules() {}

  static ArchRule domainStandsAlone(String base) {
    return classes()
        .that()
        .resideInAPackage(base + ".domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", base + ".domain..");
  }

  static ArchRule applicationKnowsOnlyTheDomain(String base) {
    return classes()
        .that()
        .resideInAPackage(base + ".application..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", base + ".application..", base + ".domain..");
  }

  static ArchRule adaptersDoNotKnowEachOther(String base) {
    return classes()
        .that()
        .resideInAnyPackage(
            base + ".rest..", base + ".persistence..", base + ".cache..", base + ".local..")
        .should(knowOfTheProductOnly(base, "application", "domain"));
  }

  /** The local services are not part of the shipped jar. */
  static ArchRule nobodyKnowsTheLocalServices(String base) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(base + ".local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(base + ".local..");
  }

  /** Not even bootstrap refers to services, because it finds them by their annotation. */
  static ArchRule servicesAreKnownToTheirOwnPackageOnly(String base) {
    return classes()
        .that()
        .resideInAPackage(base + ".application..service..")
        .should(
            ArchConditions.onlyHaveDependentClassesThat(
                new DescribedPredicate<>("reside in the same package") {
                  @Override
                  public boolean test(JavaClass other) {
                    return other.getPackageName().endsWith(".service");
                  }
                }))
        .andShould(knowNoOtherServicePackage());
  }

  static ArchRule restTouchesNoOutPortButItsOwn(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + ".rest..")
        .and(are(DescribedPredicate.not(implementationsOfOutPorts(base))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(base + ".application..port.out..");
  }

  static ArchRule storageTouchesNoInPort(String base) {
    return noClasses()
        .that()
        .resideInAnyPackage(base + ".persistence..", base + ".cache..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(base + ".application..port.in..");
  }

  static ArchRule businessPackagesAreFreeOfCycles(String base) {
    return slices()
        .matching(base + ".(*).(*)..")
        .namingSlices("$2 of $1")
        .should()
        .beFreeOfCycles();
  }

  /** Classes that implement an out-port, and their nested classes. */
  static DescribedPredicate<JavaClass> implementationsOfOutPorts(String base) {
    return new DescribedPredicate<>("implementations of out-ports") {
      @Override
      public boolean test(JavaClass candidate) {
        boolean implementsOne =
            candidate.getAllRawInterfaces().stream()
                .map(JavaClass::getPackageName)
                .anyMatch(p -> p.startsWith(base + ".application.") && p.endsWith(".port.out"));
        return implementsOne || candidate.getEnclosingClass().filter(this).isPresent();
      }
    };
  }

  private static ArchCondition<JavaClass> knowNoOtherServicePackage() {
    return new ArchCondition<>("know no service of another package") {
      @Override
      public void check(JavaClass service, ConditionEvents events) {
        for (Dependency dependency : service.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getPackageName();
          if (target.endsWith(".service") && !target.equals(service.getPackageName())) {
            events.add(SimpleConditionEvent.violated(service, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> knowOfTheProductOnly(String base, String... modules) {
    return new ArchCondition<>("know of the product only " + String.join(", ", modules)) {
      @Override
      public void check(JavaClass adapter, ConditionEvents events) {
        for (Dependency dependency : adapter.getDirectDependenciesFromSelf()) {
          String target = moduleOf(dependency.getTargetClass());
          boolean known =
              target.isEmpty()
                  || target.equals(moduleOf(adapter))
                  || List.of(modules).contains(target);
          if (!known) {
            events.add(SimpleConditionEvent.violated(adapter, dependency.getDescription()));
          }
        }
      }

      private String moduleOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName() + ".";
        return name.startsWith(base + ".")
            ? name.substring(base.length() + 1, name.indexOf('.', base.length() + 1))
            : "";
      }
    };
  }
}
