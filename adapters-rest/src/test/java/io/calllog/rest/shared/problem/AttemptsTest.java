package io.calllog.rest.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.rest.shared.openapi.Refuses;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail can name whatever somebody is refused. */
class AttemptsTest {

  @Test
  void every_operation_that_refuses_by_role_names_what_was_tried() {
    List<Method> refusing =
        operations()
            .filter(operation -> operation.isAnnotationPresent(Refuses.class))
            .filter(operation -> !operation.isAnnotationPresent(SecurityRequirements.class))
            .filter(AttemptsTest::refusesByRole)
            .toList();

    assertThat(refusing)
        .hasSizeGreaterThan(10)
        .allSatisfy(operation -> assertThat(operation.getAnnotation(Attempts.class)).isNotNull());
  }

  @Test
  void what_was_tried_is_done_to_what_the_address_names() {
    List<Method> attempts =
        operations().filter(operation -> operation.isAnnotationPresent(Attempts.class)).toList();

    assertThat(attempts)
        .isNotEmpty()
        .allSatisfy(operation -> {
          AuditAction action = operation.getAnnotation(Attempts.class).value();
          String owner = operation.getDeclaringClass().getSimpleName().toUpperCase(Locale.ROOT);
          assertThat(owner).startsWith(action.subjectType().name());
        });
  }

  private static boolean refusesByRole(Method operation) {
    return Arrays.stream(operation.getAnnotation(Refuses.class).value()).anyMatch(s -> s == 403);
  }

  private static Stream<Method> operations() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scanner.findCandidateComponents("io.calllog.rest").stream()
        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
        .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()));
  }
}
