package io.calllog.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test of the REST adapter over HTTP: a real server on a free port, the real use cases, and the
 * in-memory fakes of the out-ports in place of PostgreSQL and Redis. The settings are those of
 * {@code application.yml} in {@code bootstrap}.
 *
 * <p>All such tests share one running server. Each test creates the accounts and the regions that
 * it needs, and does not rely on other data.
 *
 * <pre>{@code
 * @RestOnFakes
 * class LogCallApiTest {
 *
 *   private final Accounts accounts;
 *
 *   LogCallApiTest(Accounts accounts) {
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
    classes = {RestOnFakesConfiguration.class, ApiConfiguration.class, QuickHashes.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.location=file:../bootstrap/src/main/resources/",
      "calllog.registration.mode=open",
      "calllog.jwt.secret=a secret of thirty-two bytes or more, for tests",
    })
@ExtendWith(NoSecretsInLog.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface RestOnFakes {}
