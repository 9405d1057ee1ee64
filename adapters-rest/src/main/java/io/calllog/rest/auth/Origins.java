package io.calllog.rest.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.calllog.application.shared.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.springframework.http.HttpHeaders;

/** Creates {@link Origin}s of requests. */
final class Origins {

  private Origins() {}

  /** The origin of a request, with the address of the client behind a trusted proxy. */
  static Origin of(HttpServletRequest request) {
    String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
    return new Origin(request.getRemoteAddr(), userAgent == null ? null : decoded(userAgent));
  }

  /** Tomcat reads headers as ISO 8859-1. Devices whose names have other letters send UTF-8. */
  private static String decoded(String header) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(header.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException _) {
      return header;
    }
  }
}
