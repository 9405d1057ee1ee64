package io.calllog.bootstrap;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Gives load balancers time to notice that the application stops. Spring Boot first sets the
 * readiness to refusing traffic, so that health is 503. For some seconds, requests are still
 * answered, but their connections are closed. Then the graceful shutdown of Spring Boot begins.
 */
@Configuration(proxyBeanMethods = false)
class ShutdownConfiguration {

  @Bean
  SmartLifecycle shutdownDelay(@Value("${calllog.shutdown-delay:5s}") Duration delay) {
    return new ShutdownDelay(delay);
  }

  @Bean
  FilterRegistrationBean<Filter> closeConnectionsBeforeShutdown(
      ApplicationAvailability availability) {
    var registration =
        new FilterRegistrationBean<Filter>((request, response, chain) -> {
          if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC
              && response instanceof HttpServletResponse http) {
            http.setHeader(HttpHeaders.CONNECTION, "close");
          }
          chain.doFilter(request, response);
        });
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Stops before the web server, because it has the default phase, which is the last to start. */
  private static final class ShutdownDelay implements SmartLifecycle {

    private final Duration delay;
    private volatile boolean running;

    ShutdownDelay(Duration delay) {
      this.delay = delay;
    }

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      running = false;
      try {
        Thread.sleep(delay);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
