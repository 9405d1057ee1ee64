package io.calllog.rest.shared.problem;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what nobody else gave a body: what Tomcat refuses before any of our code runs, such as an
 * address with forbidden characters or oversized headers, and what a library answers by its status
 * alone. In the one shape of all problems instead of Tomcat's HTML or nothing. Made by Tomcat, by
 * name.
 */
public final class ProblemReportValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0) {
      return;
    }
    if (status >= 500 && failure != null) {
      LOG.error("A request failed outside of the application", failure);
    }
    var kind = StatusProblem.of(status, Objects.requireNonNullElse(request.getMethod(), ""));
    String instance = Objects.requireNonNullElse(request.getRequestURI(), "");
    try {
      Problem.of(status, kind.code(), kind.detail(), instance, List.of())
          .writeTo(response.getResponse());
      response.finishResponse();
    } catch (IOException e) {
      LOG.debug("The client went away before it could be told what was wrong", e);
    }
  }
}
