package io.calllog.rest.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of every refusal (RFC 9457).
 *
 * @param type a relative reference that names the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what went wrong this time
 * @param instance the path of the request
 * @param code the kind of problem as a stable kebab-case name
 * @param traceId finds this request in the logs
 * @param errors for a 400, each thing wrong with the request as far as it was read; null otherwise
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String traceId,
    @Nullable List<ProblemError> errors) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final int LONGEST_INSTANCE = 500;
  private static final int MOST_ERRORS = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A problem of the current request.
   *
   * @param instance the path of the request as it came, cut when it is very long
   * @param errors each thing wrong with the request, empty unless it is a 400
   */
  public static Problem of(
      int status, String code, String detail, String instance, List<ProblemError> errors) {
    return new Problem(
        "/problems/" + code,
        title(code),
        status,
        detail,
        instance.length() > LONGEST_INSTANCE ? instance.substring(0, LONGEST_INSTANCE) : instance,
        code,
        currentTraceId(),
        status != 400 ? null : errors.stream().limit(MOST_ERRORS).toList());
  }

  /** Answers with this problem, where no controller does. */
  public void writeTo(HttpServletResponse response) throws IOException {
    byte[] body = JSON.writeValueAsBytes(this);
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String title(String code) {
    String words = code.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The trace of the request; requests refused before their trace begins get one of their own. */
  private static String currentTraceId() {
    String traceId = MDC.get("traceId");
    if (traceId != null) {
      return traceId;
    }
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
