package io.calllog.rest.auth;

import io.calllog.application.shared.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Creates {@link Origin}s of requests. */
final class Origins {

  private Origins() {}

  /** The origin of a request, with the address of the client behind a trusted proxy. */
  static Origin of(HttpServletRequest request) {
    return new Origin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }
}
