package io.calllog.rest.shared.binding;

import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.region.RegionId;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the classes of this package with Spring MVC. */
@Configuration(proxyBeanMethods = false)
class BindingConfiguration implements WebMvcConfigurer {

  private final JsonBodyConverter bodies;
  private final RequestHeadCheck headCheck;
  private final List<HandlerMethodArgumentResolver> arguments;

  BindingConfiguration(
      JsonBodyConverter bodies,
      RequestHeadCheck headCheck,
      QueryParametersResolver parameters,
      IfMatchResolver ifMatch,
      CallerResolver callers,
      CsvUploadResolver uploads) {
    this.bodies = bodies;
    this.headCheck = headCheck;
    this.arguments = List.of(parameters, ifMatch, callers, uploads);
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(bodies);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(headCheck);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.addAll(arguments);
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, OfficerId.class, t -> new OfficerId(TextValues.uuid(t)));
    registry.addConverter(String.class, ClientId.class, t -> new ClientId(TextValues.uuid(t)));
    registry.addConverter(String.class, CallId.class, t -> new CallId(TextValues.uuid(t)));
    registry.addConverter(String.class, FollowUpId.class, t -> new FollowUpId(TextValues.uuid(t)));
    registry.addConverter(String.class, ApiKeyId.class, t -> new ApiKeyId(TextValues.uuid(t)));
    registry.addConverter(String.class, ImportId.class, t -> new ImportId(TextValues.uuid(t)));
    registry.addConverter(String.class, RegionId.class, t -> new RegionId(TextValues.uuid(t)));
    registry.addConverter(String.class, SessionId.class, t -> new SessionId(TextValues.uuid(t)));
  }
}
