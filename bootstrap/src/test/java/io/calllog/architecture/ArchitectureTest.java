package io.calllog.architecture;

import static io.calllog.architecture.Rule.rule;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The product follows each rule, and each rule reports the code that violates it. */
class ArchitectureTest {

  static final List<Rule> RULES =
      List.of(
          rule(
              "the domain depends on no other module",
              ModuleRules::domainStandsAlone,
              "DomainOnSpring",
              "DomainOnApplication"),
          rule(
              "the application depends on the domain only",
              ModuleRules::applicationKnowsOnlyTheDomain,
              "TransactionalService",
              "ApplicationOnRest"),
          rule(
              "adapters do not depend on each other",
              ModuleRules::adaptersDoNotKnowEachOther,
              "RestOnPersistence",
              "CacheOnRest"),
          rule(
              "no other module depends on the local services",
              ModuleRules::nobodyKnowsTheLocalServices,
              "BootstrapOnLocal"),
          rule(
              "services are used in their own package only",
              ModuleRules::servicesAreKnownToTheirOwnPackageOnly,
              "BootstrapOnService",
              "ServiceOnServiceOfAnother"),
          rule(
              "rest uses no out-ports except its own",
              ModuleRules::restTouchesNoOutPortButItsOwn,
              "RestOnOutPort"),
          rule(
              "persistence uses no in-ports",
              ModuleRules::storageTouchesNoInPort,
              "PersistenceOnInPort"),
          rule(
              "business packages have no cycles",
              ModuleRules::businessPackagesAreFreeOfCycles,
              "client of domain",
              "officer of domain"),
          rule(
              "services are package-private and annotated",
              CoreRules::servicesAreHiddenAndAnnotated,
              "PublicService",
              "ForgottenService"),
          rule("use cases are services", CoreRules::useCasesAreServices, "UseCaseElsewhere"),
          rule(
              "services implement one in-port",
              CoreRules::servicesImplementOneInPort,
              "PublicService",
              "TwoPortsService"),
          rule(
              "services do not call each other",
              CoreRules::servicesCallNoOther,
              "CallsInPortService",
              "ServiceOnServiceOfAnother"),
          rule(
              "queries do not write",
              CoreRules::queriesDoNotWrite,
              "has parameter of type <io.calllog.offenders.application.client.port.out.ClientRepository>",
              "UnitOfWork.write",
              "is annotated with is for use cases that write"),
          rule(
              "the core does not read the clock or create random values",
              CoreRules::coreReadsNoClockAndThrowsNoDice,
              "Instant.now()",
              "Clock.systemUTC()",
              "UUID.randomUUID()",
              "System.currentTimeMillis()",
              "java.util.Random"),
          rule(
              "the core depends on no framework",
              CoreRules::coreKnowsNoFramework,
              "DomainOnSpring",
              "TransactionalService"),
          rule(
              "only persistence constructs existing aggregates",
              CoreRules::aggregatesAreRestoredByPersistenceOnly,
              "RestoresFromRest",
              "PublicClientRepository"),
          rule(
              "aggregates refer to each other by id",
              CoreRules::aggregatesHoldOthersById,
              "Officer.favourite",
              "Officer.clients"),
          rule(
              "controllers are package-private",
              StyleRules::controllersAreHidden,
              "PublicController",
              "PublicAdvice"),
          rule("entities are package-private", StyleRules::entitiesAreHidden, "PublicEntity"),
          rule(
              "adapters are package-private",
              StyleRules::adaptersAreHidden,
              "PublicClientRepository"),
          rule(
              "there is no field injection",
              StyleRules::nothingIsInjectedIntoFields,
              "FieldInjection"),
          rule(
              "names have no meaningless suffixes",
              StyleRules::namesSaySomething,
              "CallManager",
              "CallDto",
              "DateUtils",
              "SomethingImpl"),
          rule(
              "packages are null-marked", StyleRules::packagesAreNullMarked, "offenders.unmarked"));

  private static final JavaClasses PRODUCT_CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.calllog");

  @ParameterizedTest
  @FieldSource("RULES")
  void the_product_follows(Rule rule) {
    rule.check(PRODUCT_CLASSES);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void offenders_are_reported_by(Rule rule) {
    rule.checkThatOffendersAreReported();
  }
}
