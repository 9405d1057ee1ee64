package io.calllog.persistence;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.port.out.Reports;
import io.calllog.application.analytics.port.out.TargetRepository;
import io.calllog.application.analytics.port.out.TargetViews;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.audit.port.out.PersonalDataEraser;
import io.calllog.application.audit.port.out.SubjectRegions;
import io.calllog.application.auth.port.out.Revocations;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.port.out.SessionViews;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.port.out.MergedClients;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.imports.port.out.ImportMatches;
import io.calllog.application.key.port.out.ApiKeyRepository;
import io.calllog.application.key.port.out.ApiKeyViews;
import io.calllog.application.key.port.out.ValidKeys;
import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.region.port.out.RegionKeys;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.testing.Storage;
import io.calllog.domain.analytics.ReportingZone;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** An application with only the adapters of this module and what they need. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PersistenceConfiguration.class)
class PersistenceTestApplication {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  TokenLifetimes tokenLifetimes() {
    return new TokenLifetimes(Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofMinutes(10));
  }

  /** Jobs do not start by themselves: a test runs the one that it is about. */
  @Bean
  DbSchedulerStarter startNoJobs() {
    return () -> {};
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  ReportingZone reportingZone() {
    return Storage.ZONE;
  }

  @Bean
  Storage storage(
      OfficerRepository officers,
      OfficerViews officerViews,
      SessionRepository sessions,
      SessionViews sessionViews,
      OfficerSessions officerSessions,
      Revocations revocations,
      ClientRepository clients,
      ClientViews clientViews,
      CallRepository calls,
      CallViews callViews,
      CallReferences callReferences,
      MergedClients mergedClients,
      ImportMatches importMatches,
      FollowUpRepository followUps,
      FollowUpViews followUpViews,
      Reports reports,
      CallRollUp rollUp,
      AuditTrail trail,
      PersonalDataEraser eraser,
      AuditViews trailViews,
      OfficerCalls officerCalls,
      RegionRepository regions,
      RegionViews regionViews,
      RegionKeys regionKeys,
      SubjectRegions subjectRegions,
      ApiKeyRepository keys,
      ApiKeyViews keyViews,
      ValidKeys validKeys,
      TargetRepository targets,
      TargetViews targetViews) {
    return new Storage(
        officers,
        officerViews,
        sessions,
        sessionViews,
        officerSessions,
        revocations,
        clients,
        clientViews,
        calls,
        callViews,
        callReferences,
        mergedClients,
        importMatches,
        followUps,
        followUpViews,
        reports,
        rollUp,
        trail,
        eraser,
        trailViews,
        officerCalls,
        regions,
        regionViews,
        regionKeys,
        subjectRegions,
        keys,
        keyViews,
        validKeys,
        targets,
        targetViews);
  }

  /** Replaces the local service for {@code -Dservices=containers}. */
  @Bean
  @ServiceConnection
  @ConditionalOnProperty(name = "services", havingValue = "containers")
  PostgreSQLContainer postgres() {
    return new PostgreSQLContainer("postgres:18.6");
  }
}
