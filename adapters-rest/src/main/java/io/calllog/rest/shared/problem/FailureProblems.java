package io.calllog.rest.shared.problem;

import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotFound;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Maps each failure of the domain to a problem. The failure is of the whole request, or of an item
 * of it that is answered by itself.
 */
@Component
public class FailureProblems {

  private final RefusalAudit refusals;

  FailureProblems(RefusalAudit refusals) {
    this.refusals = refusals;
  }

  /** Returns the complete problem. If something was not permitted, the audit trail records it. */
  public ProblemDetail of(Failure failure, HttpServletRequest request) {
    ProblemDetail problem =
        switch (failure) {
          case InvalidInput invalid -> invalid(invalid, request);
          case NotFound _ -> Problems.of(404, failure.code(), failure.detail());
          case NotPermitted _ -> {
            refusals.record(request);
            yield Problems.of(403, failure.code(), failure.detail());
          }
          case Conflict conflict -> {
            ProblemDetail of = Problems.of(409, failure.code(), failure.detail());
            conflict.properties().forEach(of::setProperty);
            yield of;
          }
        };
    return complete(problem, request);
  }

  static ProblemDetail complete(ProblemDetail problem, HttpServletRequest request) {
    return Problems.complete(problem, Addresses.forwardedPrefix() + request.getRequestURI());
  }

  /** A GET has no body, so its errors are in the query. */
  private static ProblemDetail invalid(InvalidInput invalid, HttpServletRequest request) {
    boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    Function<Violation, ProblemError> error =
        read ? ProblemError::inParameter : ProblemError::inBody;
    return MalformedRequest.invalid(invalid.violations().stream().map(error).toList()).getBody();
  }
}
