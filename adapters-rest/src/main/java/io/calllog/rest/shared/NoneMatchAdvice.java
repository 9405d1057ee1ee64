package io.calllog.rest.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Answers {@code If-None-Match: *} with 304 where there is something with a tag (RFC 9110, section
 * 13.1.2). Spring compares tags, and knows the asterisk for changes only.
 */
@RestControllerAdvice
class NoneMatchAdvice implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
    return method.hasMethodAnnotation(GetMapping.class);
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter method,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (response.getHeaders().getETag() == null || !isForAnyTag(request)) {
      return body;
    }
    response.setStatusCode(HttpStatus.NOT_MODIFIED);
    return null;
  }

  /** Asks the servlet: Spring's headers would fail over a content type that is none. */
  private static boolean isForAnyTag(ServerHttpRequest request) {
    return request instanceof ServletServerHttpRequest servlet
        && "*".equals(servlet.getServletRequest().getHeader(HttpHeaders.IF_NONE_MATCH));
  }
}
