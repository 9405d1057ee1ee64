package io.calllog.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.mapstruct.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Rules for all code. */
final class StyleRules {

  private static final Pattern EMPTY_WORDS =
      Pattern.compile(".*(Model|Manager|Helper|Util|Utils|Impl|DTO|Dto)(?![a-z]).*");

  private StyleRules() {}

  static ArchRule controllersAreHidden(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and(
            describe(
                "are controllers or advice of them",
                (JavaClass type) ->
                    type.isMetaAnnotatedWith(Controller.class)
                        || type.isMetaAnnotatedWith(ControllerAdvice.class)))
        .should()
        .notBePublic();
  }

  static ArchRule entitiesAreHidden(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and(
            describe(
                "are entities or part of them",
                (JavaClass type) ->
                    type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class)))
        .should()
        .notBePublic();
  }

  static ArchRule adaptersAreHidden(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and(are(ModuleRules.implementationsOfOutPorts(base)))
        .should()
        .notBePublic();
  }

  static ArchRule nothingIsInjectedIntoFields(String base) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(base + "..")
        .should(
            new ArchCondition<>("be set by a constructor") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                boolean injected =
                    Set.of(Autowired.class, Value.class, PersistenceContext.class).stream()
                            .anyMatch(field::isAnnotatedWith)
                        || Set.of("jakarta.inject.Inject", "jakarta.annotation.Resource").stream()
                            .anyMatch(field::isAnnotatedWith);
                if (injected) {
                  events.add(
                      SimpleConditionEvent.violated(
                          field, field.getDescription() + " is injected"));
                }
              }
            });
  }

  static ArchRule namesSaySomething(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .and(are(not(madeByMapStruct())))
        .should(
            new ArchCondition<>("be named with a word that says nothing") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (EMPTY_WORDS.matcher(type.getSimpleName()).matches()) {
                  events.add(SimpleConditionEvent.satisfied(type, type.getName()));
                }
              }
            });
  }

  static ArchRule packagesAreNullMarked(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            new ArchCondition<>("be in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                if (!home.isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(type, home.getName() + " is not @NullMarked"));
                }
              }
            });
  }

  private static DescribedPredicate<JavaClass> madeByMapStruct() {
    return describe(
        "made by MapStruct",
        type ->
            type.getSimpleName().endsWith("Impl")
                && type.getAllRawInterfaces().stream()
                    .anyMatch(mapper -> mapper.isAnnotatedWith(Mapper.class)));
  }
}
