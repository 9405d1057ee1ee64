package io.calllog.rest.auth;

import io.calllog.application.shared.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Tells where requests come from. */
final class Origins {

  private Origins() {}

  /** Where this one comes from; the address is that of the client if a known proxy tells it. */
  static Origin of(HttpServletRequest request) {
    return new Origin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }
}
