package io.calllog.rest.shared.binding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells whoever asks for the options of an address which patches it takes (RFC 5789, section 3.1).
 * Spring does not know, because the type of a body is no part of our mappings, and would send the
 * header empty.
 */
@Component
class AcceptedPatches implements HandlerInterceptor {

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    if (response.containsHeader(HttpHeaders.ACCEPT_PATCH)) {
      boolean patched = response.getHeader(HttpHeaders.ALLOW).contains(HttpMethod.PATCH.name());
      response.setHeader(
          HttpHeaders.ACCEPT_PATCH, patched ? RecordFields.MERGE_PATCH.toString() : null);
    }
  }
}
