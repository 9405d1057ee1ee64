package io.calllog.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Rules for domain and application. */
final class CoreRules {

  private CoreRules() {}

  static ArchRule servicesAreHiddenAndAnnotated(String base) {
    return classes()
        .that()
        .resideInAPackage(base + ".application..service..")
        .and()
        .haveSimpleNameEndingWith("Service")
        .should()
        .bePackagePrivate()
        .andShould()
        .beAnnotatedWith(UseCase.class);
  }

  static ArchRule useCasesAreServices(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and()
        .areAnnotatedWith(UseCase.class)
        .should()
        .resideInAPackage(base + ".application..service..")
        .andShould()
        .haveSimpleNameEndingWith("Service");
  }

  static ArchRule servicesImplementOneInPort(String base) {
    return classes()
        .that()
        .areAnnotatedWith(UseCase.class)
        .and()
        .resideInAPackage(base + "..")
        .should(
            new ArchCondition<>("implement exactly one in-port, and nothing else") {
              @Override
              public void check(JavaClass service, ConditionEvents events) {
                List<String> implemented =
                    service.getAllRawInterfaces().stream().map(JavaClass::getName).toList();
                boolean one = implemented.size() == 1 && isInPort(implemented.getFirst());
                if (!one) {
                  events.add(
                      SimpleConditionEvent.violated(
                          service, service.getName() + " implements " + implemented));
                }
              }
            });
  }

  static ArchRule servicesCallNoOther(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + ".application..service..")
        .should()
        .callMethodWhere(describe("it belongs to an in-port", CoreRules::asksAnInPort))
        .orShould()
        .dependOnClassesThat(
            describe(
                "are use cases themselves",
                (JavaClass other) -> other.isAnnotatedWith(UseCase.class)));
  }

  /** A caller of a use case that may write does not read from the replica for some seconds. */
  static ArchRule queriesDoNotWrite(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + ".application..service..")
        .and()
        .haveSimpleNameEndingWith("QueriesService")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .orShould()
        .callMethod(UnitOfWork.class, "write", Supplier.class)
        .orShould()
        .beAnnotatedWith(
            describe(
                "is for use cases that write",
                annotation ->
                    annotation.getRawType().isEquivalentTo(UseCase.class)
                        && annotation.as(UseCase.class).value() == TxMode.WRITE));
  }

  static ArchRule coreReadsNoClockAndThrowsNoDice(String base) {
    return noClasses()
        .that()
        .resideInAnyPackage(base + ".domain..", base + ".application..")
        .should()
        .accessTargetWhere(describe("it is the time or chance", CoreRules::isTimeOrChance));
  }

  static ArchRule coreKnowsNoFramework(String base) {
    return noClasses()
        .that()
        .resideInAnyPackage(base + ".domain..", base + ".application..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..");
  }

  /** The canonical constructor of an aggregate does not validate, because it is for stored data. */
  static ArchRule aggregatesAreRestoredByPersistenceOnly(String base) {
    return classes()
        .that(areAggregates(base))
        .should(
            new ArchCondition<>(
                "be constructed only by themselves and the mappers of entities and rows") {
              @Override
              public void check(JavaClass aggregate, ConditionEvents events) {
                aggregate.getConstructors().stream()
                    .flatMap(constructor -> constructor.getAccessesToSelf().stream())
                    .filter(access -> !isTrusted(access.getOriginOwner(), aggregate, base))
                    .map(access -> SimpleConditionEvent.violated(access, access.getDescription()))
                    .forEach(events::add);
              }
            });
  }

  static ArchRule aggregatesHoldOthersById(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + ".domain..")
        .should(
            new ArchCondition<>("hold an aggregate") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                  boolean holds =
                      !field.getModifiers().contains(JavaModifier.STATIC)
                          && field.getAllInvolvedRawTypes().stream().anyMatch(areAggregates(base));
                  if (holds) {
                    events.add(SimpleConditionEvent.satisfied(field, field.getDescription()));
                  }
                }
              }
            });
  }

  /**
   * An aggregate has an id of its own type: {@code Call} has a {@code CallId id}. An actor is no
   * aggregate, because it is not stored.
   */
  private static DescribedPredicate<JavaClass> areAggregates(String base) {
    return describe(
        "are aggregates",
        type ->
            type.getPackageName().startsWith(base + ".domain.")
                && type.tryGetField("id")
                    .map(id -> id.getRawType().getSimpleName().equals(type.getSimpleName() + "Id"))
                    .orElse(false)
                && !type.getSimpleName().equals("Actor"));
  }

  private static boolean isTrusted(JavaClass origin, JavaClass aggregate, String base) {
    return origin.equals(aggregate)
        || (origin.getPackageName().startsWith(base + ".persistence.")
            && origin.getSimpleName().matches(".*(Entity|Row)Mapper.*"));
  }

  /** Other services can call static methods of an in-port, because these are rules. */
  private static boolean asksAnInPort(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return owner.isInterface()
        && isInPort(owner.getName())
        && call.getTarget()
            .resolveMember()
            .map(method -> !method.getModifiers().contains(JavaModifier.STATIC))
            .orElse(true);
  }

  private static boolean isInPort(String className) {
    return className.matches(".*\\.application\\..*port\\.in\\.[^.]+");
  }

  private static boolean isTimeOrChance(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    JavaClass owner = target.getOwner();
    String name = target.getName();
    return (owner.getPackageName().equals("java.time")
            && (name.equals("now") || name.startsWith("system") || name.startsWith("tick")))
        || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
        || (owner.isEquivalentTo(System.class)
            && Set.of("currentTimeMillis", "nanoTime").contains(name))
        || (owner.isEquivalentTo(Math.class) && name.equals("random"))
        || owner.isAssignableTo(Random.class)
        || owner.isAssignableTo(RandomGenerator.class);
  }
}
