package io.calllog.rest.shared.binding;

import io.calllog.application.shared.SessionId;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has Spring MVC read requests our way. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneProperties.class)
class BindingConfiguration implements WebMvcConfigurer {

  private final JsonBodyConverter bodies;
  private final List<HandlerInterceptor> interceptors;
  private final List<HandlerMethodArgumentResolver> arguments;

  BindingConfiguration(
      JsonBodyConverter bodies,
      RequestHeadCheck headCheck,
      AcceptedPatches patches,
      QueryParametersResolver parameters,
      PreconditionResolver preconditions,
      CallerResolver callers) {
    this.bodies = bodies;
    this.interceptors = List.of(headCheck, patches);
    this.arguments = List.of(parameters, preconditions, callers);
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(bodies);
  }

  /**
   * JSON is UTF-8 and nothing else: a charset that is asked for beside it says nothing. What has a
   * quality of 0 is not acceptable (RFC 9110, section 12.4.2), which Spring does not look at; it is
   * as if it were not there.
   */
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    var accepted = new HeaderContentNegotiationStrategy();
    configurer.strategies(
        List.of(request ->
            accepted.resolveMediaTypes(request).stream()
                .filter(type -> type.getQualityValue() > 0)
                .map(BindingConfiguration::withoutCharset)
                .toList()));
  }

  private static MediaType withoutCharset(MediaType type) {
    Map<String, String> parameters = new LinkedHashMap<>(type.getParameters());
    parameters.keySet().removeIf("charset"::equalsIgnoreCase);
    return new MediaType(type, parameters);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    interceptors.forEach(registry::addInterceptor);
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
    registry.addConverter(String.class, SessionId.class, t -> new SessionId(TextValues.uuid(t)));
  }
}
