package io.calllog.load;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.RequestContextFilter;

/**
 * The least that Spring MVC does for a response: no filters, and bytes that are there already.
 * {@code GET /hello/5000} answers with 5,000 bytes.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class Hello {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "server.address",
          "127.0.0.1",
          "spring.threads.virtual.enabled",
          true,
          "spring.main.banner-mode",
          "off",
          "logging.level.root",
          "warn",
          "spring.servlet.encoding.enabled",
          false,
          "spring.mvc.formcontent.filter.enabled",
          false);

  private final Map<Integer, byte[]> bodies = new ConcurrentHashMap<>();

  public static void main(String[] arguments) {
    var application = new SpringApplication(Hello.class);
    application.setDefaultProperties(SETTINGS);
    application.run(arguments);
  }

  @GetMapping(path = "/hello/{size}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] hello(@PathVariable("size") int size) {
    return bodies.computeIfAbsent(
        size,
        bytes -> {
          var body = new byte[bytes];
          Arrays.fill(body, (byte) '1');
          return body;
        });
  }

  @Bean
  FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
    var registration = new FilterRegistrationBean<>(new RequestContextFilter());
    registration.setEnabled(false);
    return registration;
  }
}
