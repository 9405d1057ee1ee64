package io.calllog.rest.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.rest.shared.openapi.ErrorStatuses;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;

/** Refusals can be recorded in the audit trail. */
class AuditedAsTest {

  @Test
  void every_operation_that_answers_403_names_its_audit_action() {
    List<Method> refusing =
        operations()
            .filter(operation -> operation.isAnnotationPresent(ErrorStatuses.class))
            .filter(operation -> !operation.isAnnotationPresent(SecurityRequirements.class))
            .filter(AuditedAsTest::answers403)
            .toList();

    assertThat(refusing)
        .hasSizeGreaterThan(10)
        .allSatisfy(operation -> assertThat(operation.getAnnotation(AuditedAs.class)).isNotNull());
  }

  private static boolean answers403(Method operation) {
    return Arrays.stream(operation.getAnnotation(ErrorStatuses.class).value())
        .anyMatch(s -> s == 403);
  }

  private static Stream<Method> operations() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scanner.findCandidateComponents("io.calllog.rest").stream()
        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
        .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()));
  }
}
