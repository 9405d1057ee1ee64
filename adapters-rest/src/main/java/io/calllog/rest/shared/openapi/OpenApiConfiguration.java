package io.calllog.rest.shared.openapi;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.binding.QueryParameters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document without its operations. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String SCHEME = "bearer";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Actor.class, Caller.class, ExpectedVersion.class)
        .addAnnotationsToIgnore(QueryParameters.class);
  }

  @Bean
  OpenAPI document() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Call log")
                .version("1")
                .description("Officers log calls with clients; managers see their territory.")
                .license(new License().name("Apache-2.0")))
        // Relative to the address of the document. By default springdoc uses the Host header.
        .addServersItem(new Server().url("/"))
        .components(
            new Components()
                .addSecuritySchemes(
                    SCHEME,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")))
        .addSecurityItem(new SecurityRequirement().addList(SCHEME));
  }

  /** Replaces the schemas that springdoc derived from the types. */
  @Bean
  OpenApiCustomizer schemas(RecordSchemas schemas) {
    return document -> {
      var components = document.getComponents();
      components.setSchemas(null);
      new TreeMap<>(schemas.definitions()).forEach(components::addSchemas);
    };
  }
}
