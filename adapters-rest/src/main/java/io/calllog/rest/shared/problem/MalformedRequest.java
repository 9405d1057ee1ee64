package io.calllog.rest.shared.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An error in the request itself, found before a use case runs. */
public final class MalformedRequest extends ErrorResponseException {

  private MalformedRequest(ProblemDetail problem) {
    super(HttpStatusCode.valueOf(problem.getStatus()), problem, null);
  }

  /** The body or the parameters have errors. */
  public static MalformedRequest invalid(List<ProblemError> errors) {
    return new MalformedRequest(
        Problems.invalid(
            "invalid-input", "The request has errors. See the errors property.", errors));
  }

  /** The body is not JSON. */
  public static MalformedRequest notJson(String message) {
    return new MalformedRequest(
        Problems.invalid(
            "malformed-json",
            "The body is not well-formed JSON in UTF-8.",
            List.of(new ProblemError("", null, "malformed-json", message))));
  }

  /** The body has more than the maximum number of bytes. */
  public static MalformedRequest tooLarge(int maximum) {
    return new MalformedRequest(
        Problems.of(
            413,
            "body-too-large",
            String.format(Locale.ROOT, "The body may have at most %,d bytes.", maximum)));
  }

  /** The body has another media type, or another charset than UTF-8. */
  public static MalformedRequest notOfType(List<MediaType> expected) {
    String types = expected.stream().map(MediaType::toString).collect(joining(" or "));
    var malformed = unsupported("The body must be %s in UTF-8.".formatted(types));
    malformed.getHeaders().setAccept(expected);
    return malformed;
  }

  /** The body has a {@code Content-Encoding}, for example because it is compressed. */
  public static MalformedRequest encoded() {
    var malformed = unsupported("The body must be sent without a Content-Encoding.");
    malformed.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "identity");
    return malformed;
  }

  private static MalformedRequest unsupported(String detail) {
    return new MalformedRequest(Problems.of(415, "unsupported-media-type", detail));
  }
}
