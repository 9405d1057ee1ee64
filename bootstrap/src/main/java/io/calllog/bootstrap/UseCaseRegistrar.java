package io.calllog.bootstrap;

import io.calllog.application.shared.UseCase;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Registers classes with {@link UseCase} as beans, because the core does not depend on Spring. */
final class UseCaseRegistrar implements ImportBeanDefinitionRegistrar {

  private static final String CORE = "io.calllog.application";

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    register(registry, CORE);
  }

  /** Registers the use cases at or below a package. */
  static void register(BeanDefinitionRegistry registry, String basePackage) {
    var scanner = new UseCaseScanner(registry);
    scanner.addIncludeFilter(new AnnotationTypeFilter(UseCase.class));
    scanner.scan(basePackage);
  }

  private static final class UseCaseScanner extends ClassPathBeanDefinitionScanner {

    UseCaseScanner(BeanDefinitionRegistry registry) {
      super(registry, false);
      setIncludeAnnotationConfig(false);
    }

    /** Uses JDK proxies. Spring Boot's default, proxies by subclass, cannot proxy final classes. */
    @Override
    protected void postProcessBeanDefinition(AbstractBeanDefinition definition, String beanName) {
      super.postProcessBeanDefinition(definition, beanName);
      definition.setAttribute(
          AutoProxyUtils.EXPOSED_INTERFACES_ATTRIBUTE,
          AutoProxyUtils.ALL_INTERFACES_ATTRIBUTE_VALUE);
    }
  }
}
