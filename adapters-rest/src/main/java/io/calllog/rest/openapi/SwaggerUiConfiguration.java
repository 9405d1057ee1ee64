package io.calllog.rest.openapi;

import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves Swagger UI from its WebJar, with our own {@code swagger-initializer.js}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "calllog.api-docs.enabled", matchIfMissing = true)
class SwaggerUiConfiguration implements WebMvcConfigurer {

  private final String version;

  SwaggerUiConfiguration() throws IOException {
    this.version =
        Objects.requireNonNull(
            PropertiesLoaderUtils.loadAllProperties(
                    "META-INF/maven/org.webjars/swagger-ui/pom.properties")
                .getProperty("version"),
            "The class path does not name the version of Swagger UI");
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    // A relative address is right behind any prefix. With a status, it is sent as it is.
    registry
        .addRedirectViewController("/swagger-ui.html", "swagger-ui/index.html")
        .setContextRelative(false)
        .setStatusCode(HttpStatus.FOUND);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/swagger-ui/**")
        .addResourceLocations(
            "classpath:/swagger-ui/",
            "classpath:/META-INF/resources/webjars/swagger-ui/%s/".formatted(version));
  }
}
