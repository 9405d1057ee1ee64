package io.calllog.api;

import io.calllog.bootstrap.CallLogApplication;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test over HTTP: the whole application on a free port, on a real PostgreSQL and a real Redis.
 * All such tests share one running application, so a test creates the accounts and regions that it
 * needs and does not depend on other data.
 *
 * <pre>{@code
 * @ApiTest
 * class LogCallApiIT {
 *
 *   private final Accounts accounts;
 *
 *   LogCallApiIT(Accounts accounts) {
 *     this.accounts = accounts;
 *   }
 *
 *   @Test
 *   void logs_a_call() {
 *     Account officer = accounts.officer(Accounts.newRegion());
 *     Answer answer = officer.api().post("/api/calls", Api.json("type", "OUTGOING", …));
 *     assertThat(answer.expect(201).text("/officerId")).isEqualTo(officer.id());
 *   }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {
      CallLogApplication.class,
      ApiConfiguration.class,
      ContainerConfiguration.class,
      QuickHashes.class,
      SentStatements.class
    },
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "calllog.registration.mode=open",
      "calllog.demo=false",
      "calllog.local.durable=false",
      // The machine of a test may be busy for seconds.
      "spring.datasource.hikari.connection-timeout=10000",
      "calllog.pools.system.validation-timeout=5000",
      // Tests send more requests than users. Tests of the limits use their own settings.
      "calllog.rate-limit.api.per-minute=1000000",
      "calllog.rate-limit.api.burst=1000000",
      "calllog.rate-limit.auth.per-minute=1000000",
      "calllog.rate-limit.login-failures.per-account-and-address=1000000",
      "calllog.rate-limit.login-failures.per-account=1000000",
      "calllog.first-admin.email=" + Accounts.ADMIN_EMAIL,
      "calllog.first-admin.password=" + Accounts.PASSWORD,
    })
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ApiTest {}
