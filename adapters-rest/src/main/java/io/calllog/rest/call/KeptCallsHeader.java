package io.calllog.rest.call;

import io.calllog.application.call.port.in.CallQueries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Responses that contain or count calls say since when calls are kept. */
@Configuration(proxyBeanMethods = false)
class KeptCallsHeader implements WebMvcConfigurer, HandlerInterceptor {

  private final CallQueries calls;

  KeptCallsHeader(CallQueries calls) {
    this.calls = calls;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(
            "/api/calls/**",
            "/api/calls.csv",
            "/api/calls.xlsx",
            "/api/officers/{id}",
            "/api/officers/{id}/calls",
            "/api/clients/{id}",
            "/api/clients/{id}/calls",
            "/api/changes",
            "/api/analytics/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Instant since = calls.keptSince();
    if (since != null && !HttpMethod.POST.matches(request.getMethod())) {
      response.setHeader("Calls-Kept-Since", since.toString());
    }
    return true;
  }
}
