package io.calllog.api;

import io.calllog.application.analytics.port.out.InMemoryFigures;
import io.calllog.application.analytics.port.out.InMemoryTargets;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.audit.port.out.InMemoryAudit;
import io.calllog.application.audit.port.out.InMemorySubjectRegions;
import io.calllog.application.auth.port.in.InstallFirstAdmin;
import io.calllog.application.auth.port.in.RegistrationMode;
import io.calllog.application.auth.port.out.InMemoryRevocations;
import io.calllog.application.auth.port.out.InMemorySessions;
import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.application.call.port.out.InMemoryCallReferences;
import io.calllog.application.call.port.out.InMemoryCallViews;
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.change.port.out.InMemoryChanges;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.imports.port.in.RunImport;
import io.calllog.application.imports.port.out.ImportQueue;
import io.calllog.application.imports.port.out.InMemoryImports;
import io.calllog.application.imports.port.out.InMemoryMatches;
import io.calllog.application.job.port.out.JobViews;
import io.calllog.application.job.view.JobView;
import io.calllog.application.key.port.out.InMemoryKeys;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.DirectUnitOfWork;
import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.application.shared.port.out.SequentialSecrets;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.rest.RestConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The REST adapter and the use cases, on in-memory fakes of the out-ports. Requests are not limited
 * and reports are not cached.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan(
    basePackages = "io.calllog.application",
    useDefaultFilters = false,
    includeFilters = @Filter(UseCase.class),
    // Commands only, which work on another database.
    excludeFilters =
        @Filter(type = FilterType.REGEX, pattern = "io[.]calllog[.]application[.]migration[.].*"))
@Import({
  RestConfiguration.class,
  DirectUnitOfWork.class,
  InMemoryCallReferences.class,
  InMemoryCallViews.class,
  InMemoryCalls.class,
  InMemoryChanges.class,
  InMemoryClients.class,
  InMemoryFigures.class,
  InMemoryFollowUps.class,
  InMemoryImports.class,
  InMemoryKeys.class,
  InMemoryMatches.class,
  InMemoryOfficers.class,
  InMemoryRegions.class,
  InMemoryRevocations.class,
  InMemorySessions.class,
  InMemorySubjectRegions.class,
  InMemoryTargets.class,
  SequentialIds.class,
  SequentialSecrets.class
})
class RestOnFakesConfiguration {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /** One that has never run, one that has failed since its last success, and one that runs. */
  static final List<JobView> JOBS =
      List.of(
          new JobView("new", null, NOON, null, null, null, 0, null),
          new JobView(
              "failing", null, NOON, null, NOON.minusSeconds(20), NOON.minusSeconds(10), 1, "No."),
          new JobView("running", "a file", NOON, "node-1", NOON.minusSeconds(10), null, 0, null));

  /** The calls of other tests are later, so this affects only tests of dropped calls. */
  @Bean
  InitializingBean pastCalls(InMemoryCallViews calls) {
    return () -> calls.keepSince(Instant.parse("1990-02-01T00:00:00Z"));
  }

  @Bean
  InMemoryAudit audit(InMemoryCalls calls, InMemoryOfficers officers, InMemoryKeys keys) {
    var audit = new InMemoryAudit(calls::isOf, calls::eraseComments);
    audit.nameActors(officers::livingOrDeletedName, keys::nameOf);
    return audit;
  }

  /** Runs an import before the request that sent the file is answered. */
  @Bean
  ImportQueue importQueue(ObjectProvider<RunImport> runs) {
    return id -> runs.getObject().run(id, () -> false);
  }

  @Bean
  JobViews jobViews() {
    return () -> JOBS;
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  ReportCache reportCache() {
    return (_, _, computation) -> computation.get();
  }

  @Bean
  RequestLimiter requestLimiter() {
    return (_, _, _) ->
        new RateLimitDecision("api", true, 1000, Duration.ofMinutes(1), 1000, Duration.ZERO);
  }

  @Bean
  SignInThrottle signInThrottle() {
    return new SignInThrottle() {

      @Override
      public void reserve(String account, String network) {}

      @Override
      public void refund(String account, String network) {}

      @Override
      public void countFailure(String network) {}

      @Override
      public void countRegistration(String network) {}
    };
  }

  @Bean
  InstantSource clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  RegistrationMode registrationMode(@Value("${calllog.registration.mode}") RegistrationMode mode) {
    return mode;
  }

  @Bean
  ReportingZone reportingZone() {
    return ReportingZone.of("UTC");
  }

  @Bean
  TokenLifetimes tokenLifetimes() {
    return new TokenLifetimes(Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofMinutes(10));
  }

  @Bean
  ApplicationRunner firstAdmin(InstallFirstAdmin install) {
    var admin =
        new InstallFirstAdmin.Command(
            new EmailAddress(Accounts.ADMIN_EMAIL), new Password(Accounts.PASSWORD));
    return _ -> install.install(admin);
  }
}
