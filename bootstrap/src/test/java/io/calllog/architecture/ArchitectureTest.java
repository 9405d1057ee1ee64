package io.calllog.architecture;

import static io.calllog.architecture.Rule.rule;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each rule holds for the product, and is seen red: its offenders are reported by it. */
class ArchitectureTest {

  static final List<Rule> RULES =
      List.of(
          rule(
              "domain stands alone",
              ModuleRules::domainStandsAlone,
              "DomainOnSpring",
              "DomainOnApplication"),
          rule(
              "application knows only the domain",
              ModuleRules::applicationKnowsOnlyTheDomain,
              "TransactionalService",
              "ApplicationOnRest"),
          rule(
              "adapters do not know each other",
              ModuleRules::adaptersDoNotKnowEachOther,
              "RestOnPersistence",
              "CacheOnRest"),
          rule(
              "nobody knows the local services",
              ModuleRules::nobodyKnowsTheLocalServices,
              "BootstrapOnLocal"),
          rule(
              "services are known to their own package only",
              ModuleRules::servicesAreKnownToTheirOwnPackageOnly,
              "BootstrapOnService",
              "ServiceOnServiceOfAnother"),
          rule(
              "rest touches no out port but its own",
              ModuleRules::restTouchesNoOutPortButItsOwn,
              "RestOnOutPort"),
          rule(
              "storage touches no in port",
              ModuleRules::storageTouchesNoInPort,
              "PersistenceOnInPort"),
          rule(
              "business packages are free of cycles",
              ModuleRules::businessPackagesAreFreeOfCycles,
              "client of domain",
              "officer of domain"),
          rule(
              "services are hidden and annotated",
              CoreRules::servicesAreHiddenAndAnnotated,
              "PublicService",
              "ForgottenService"),
          rule("use cases are services", CoreRules::useCasesAreServices, "UseCaseElsewhere"),
          rule(
              "services implement one in port",
              CoreRules::servicesImplementOneInPort,
              "PublicService",
              "TwoPortsService"),
          rule(
              "services call no other",
              CoreRules::servicesCallNoOther,
              "CallsInPortService",
              "ServiceOnServiceOfAnother"),
          rule(
              "core reads no clock and throws no dice",
              CoreRules::coreReadsNoClockAndThrowsNoDice,
              "Instant.now()",
              "Clock.systemUTC()",
              "UUID.randomUUID()",
              "System.currentTimeMillis()",
              "java.util.Random"),
          rule(
              "core knows no framework",
              CoreRules::coreKnowsNoFramework,
              "DomainOnSpring",
              "TransactionalService"),
          rule(
              "aggregates are restored by persistence only",
              CoreRules::aggregatesAreRestoredByPersistenceOnly,
              "RestoresFromRest",
              "PublicClientRepository"),
          rule(
              "aggregates hold others by id",
              CoreRules::aggregatesHoldOthersById,
              "Officer.favourite",
              "Officer.clients"),
          rule(
              "controllers are hidden",
              StyleRules::controllersAreHidden,
              "PublicController",
              "PublicAdvice"),
          rule("entities are hidden", StyleRules::entitiesAreHidden, "PublicEntity"),
          rule("adapters are hidden", StyleRules::adaptersAreHidden, "PublicClientRepository"),
          rule(
              "nothing is injected into fields",
              StyleRules::nothingIsInjectedIntoFields,
              "FieldInjection"),
          rule(
              "names say something",
              StyleRules::namesSaySomething,
              "CallManager",
              "CallDto",
              "DateUtils",
              "SomethingImpl"),
          rule(
              "packages are null marked", StyleRules::packagesAreNullMarked, "offenders.unmarked"));

  private static final JavaClasses PRODUCT_CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.calllog");

  @ParameterizedTest
  @FieldSource("RULES")
  void the_product_keeps(Rule rule) {
    rule.check(PRODUCT_CLASSES);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void offenders_are_reported_by(Rule rule) {
    rule.checkThatOffendersAreReported();
  }
}
