package io.calllog.rest.shared.problem;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A request that cannot be understood, whatever state the system is in: found out before any use
 * case is asked. What the actor may not know of or do outranks it ({@link Guarded}).
 */
public final class MalformedRequest extends RuntimeException {

  private final int status;
  private final String code;

  @SuppressWarnings("serial") // never serialized
  private final List<ProblemError> errors;

  @SuppressWarnings("serial") // never serialized
  private final HttpHeaders headers = new HttpHeaders();

  private MalformedRequest(int status, String code, String detail, List<ProblemError> errors) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** A body or parameters with something wrong in them. */
  public static MalformedRequest invalid(List<ProblemError> errors) {
    return new MalformedRequest(
        400, "invalid-input", "The request has errors; see each of them.", errors);
  }

  /** A body that is no JSON. */
  public static MalformedRequest notJson(String message) {
    return new MalformedRequest(
        400,
        "malformed-json",
        "The body is not well-formed JSON in UTF-8.",
        List.of(new ProblemError("", null, "malformed-json", message)));
  }

  /** A body of more bytes than are read. */
  public static MalformedRequest tooLarge(int maximum) {
    return new MalformedRequest(
        413,
        "body-too-large",
        "The body may have at most %,d bytes.".formatted(maximum),
        List.of());
  }

  /** A body of another media type than the one that is read, or in another encoding than UTF-8. */
  public static MalformedRequest notOfType(MediaType expected) {
    var malformed =
        new MalformedRequest(
            415,
            "unsupported-media-type",
            "The body must be %s in UTF-8.".formatted(expected),
            List.of());
    malformed.headers.setAccept(List.of(expected));
    return malformed;
  }

  /** A body that was compressed, or encoded in another way, on its way here. */
  public static MalformedRequest encoded() {
    var malformed =
        new MalformedRequest(
            415,
            "unsupported-media-type",
            "The body must be sent as it is, without a Content-Encoding.",
            List.of());
    malformed.headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
    return malformed;
  }

  HttpHeaders headers() {
    return headers;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  List<ProblemError> errors() {
    return errors;
  }
}
