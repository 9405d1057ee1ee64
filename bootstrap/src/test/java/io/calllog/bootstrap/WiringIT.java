package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.calllog.api.ApiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** There is one bean for each port of the core. */
@ApiTest
class WiringIT {

  private final ApplicationContext application;

  WiringIT(ApplicationContext application) {
    this.application = application;
  }

  @Test
  void every_in_port_has_one_bean() {
    assertThat(portsIn(".port.in"))
        .isNotEmpty()
        .allSatisfy(port -> assertThat(application.getBeanNamesForType(port)).hasSize(1));
  }

  @Test
  void every_out_port_has_one_primary_bean() {
    assertThat(portsIn(".port.out"))
        .isNotEmpty()
        .allSatisfy(
            port -> assertThatCode(() -> application.getBean(port)).doesNotThrowAnyException());
  }

  private static List<? extends Class<?>> portsIn(String kind) {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.calllog.application")
            .stream()
            .filter(type -> type.getPackageName().endsWith(kind))
            .filter(type -> type.isInterface() && type.isTopLevelClass())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::reflect)
            .toList();
  }
}
