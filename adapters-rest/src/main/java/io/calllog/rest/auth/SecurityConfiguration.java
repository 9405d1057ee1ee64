package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.rest.shared.problem.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Who gets in at all. What somebody who is in may see and do is decided by the domain. All that is
 * not named here needs a token.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsSettings.class)
class SecurityConfiguration {

  /** Health and the documentation, for reading (ADR 0015). */
  private static final String[] PUBLIC = {
    "/actuator/health",
    "/v3/api-docs",
    "/v3/api-docs/**",
    "/v3/api-docs.yaml",
    "/swagger-ui.html",
    "/swagger-ui/**"
  };

  @Bean
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      AuthQueries auth,
      LimitRequests limits,
      CorsSettings cors,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
    http.csrf(AbstractHttpConfigurer::disable) // no cookies, so nothing to forge a request with
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(SecurityHeaders::on)
        .addFilterBefore(new BearerTokenFilter(auth), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(new RequestLimitFilter(limits, failures), BearerTokenFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                    HttpMethod.POST, "/api/auth/register", "/api/auth/login", "/api/auth/refresh")
                .permitAll()
                .requestMatchers(HttpMethod.GET, PUBLIC)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PUBLIC)
                .permitAll()
                .anyRequest()
                .authenticated())
        .exceptionHandling(refusals ->
            refusals
                .authenticationEntryPoint(SecurityConfiguration::unauthenticated)
                .accessDeniedHandler((request, response, _) ->
                    write(request, response, 403, "not-permitted", "You may not do this.")));
    if (!cors.origins().isEmpty()) {
      http.addFilterAfter(CrossOriginRequests.filter(cors.origins()), HeaderWriterFilter.class);
    }
    return http.build();
  }

  /** A method that nobody supports is a 405 with the methods that are, not a malformed request. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    // Odd bytes in a header are for its reader to refuse: a bad token is a 401, a bad tag a 400.
    firewall.setAllowedHeaderNames(_ -> true);
    firewall.setAllowedHeaderValues(_ -> true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler firewallRefusals(LimitRequests limits) {
    return (request, response, _) -> {
      // No filter sees it. It counts, but there is nothing cheaper to answer than this refusal.
      RequestLimitFilter.tell(limits.admit(null, request.getRemoteAddr()), response);
      write(request, response, 400, "bad-request", "The request is not well-formed HTTP.");
    };
  }

  private static void unauthenticated(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    boolean tokenShown = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, tokenShown ? "Bearer error=\"invalid_token\"" : "Bearer");
    write(request, response, 401, "unauthenticated", "A valid access token is needed.");
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String detail)
      throws IOException {
    Problem.of(status, code, detail, request.getRequestURI(), List.of()).writeTo(response);
  }
}
