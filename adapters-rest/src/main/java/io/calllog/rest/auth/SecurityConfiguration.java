package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Unauthenticated;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Decides which requests need a token or a key: all but those listed here. What an officer may see
 * and do is decided by the domain. A key may do what {@link KeyScopes} allows.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsSettings.class)
class SecurityConfiguration {

  /** The API documentation (ADR 0015). */
  private static final String[] PUBLIC = {
    "/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
  };

  @Bean
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      AuthQueries auth,
      LimitRequests limits,
      CorsSettings cors,
      DeniedKeys denied,
      @Qualifier("problemResolver") HandlerExceptionResolver failures) {
    http.csrf(AbstractHttpConfigurer::disable) // there are no cookies
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .anonymous(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .headers(SecurityHeaders::on)
        .addFilterBefore(
            new BearerTokenFilter(auth, failures), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(new RequestLimitFilter(limits, failures), BearerTokenFilter.class)
        .authorizeHttpRequests(requests -> {
          requests.requestMatchers(_ -> isOfficer()).permitAll(); // first: compares no path
          KeyScopes.allow(requests);
          requests
              .requestMatchers(
                  HttpMethod.POST, "/api/auth/register", "/api/auth/login", "/api/auth/refresh")
              .permitAll()
              .requestMatchers(HttpMethod.GET, PUBLIC)
              .permitAll()
              .requestMatchers(HttpMethod.HEAD, PUBLIC)
              .permitAll()
              .anyRequest()
              .hasAuthority(BearerTokenFilter.OFFICER.getAuthority());
        })
        .exceptionHandling(handling ->
            handling
                .accessDeniedHandler(denied)
                .authenticationEntryPoint((request, response, _) ->
                    failures.resolveException(
                        request, response, null, Unauthenticated.noValidToken())));
    if (!cors.origins().isEmpty()) {
      http.addFilterAfter(
          CrossOriginRequests.filter(cors.origins(), failures), HeaderWriterFilter.class);
    }
    return http.build();
  }

  private static boolean isOfficer() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof Caller caller
        && caller.key() == null;
  }

  /** An observation of each filter would cost more than the filters do. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /**
   * Lets unknown methods and header values pass, so that they get a 405, 401 or 400 of their own.
   */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderNames(_ -> true);
    firewall.setAllowedHeaderValues(_ -> true);
    return firewall;
  }

  /** The security filters do not see rejected requests, so they are counted here. */
  @Bean
  RequestRejectedHandler rejectedRequests(
      LimitRequests limits, @Qualifier("problemResolver") HandlerExceptionResolver failures) {
    return (request, response, rejected) -> {
      RequestLimitFilter.tell(limits.admit(null, request.getRemoteAddr(), 1), response);
      failures.resolveException(request, response, null, rejected);
    };
  }
}
