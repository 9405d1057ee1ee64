package io.calllog.rest.shared.problem;

import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem instead of Tomcat's HTML page when a response has only an error status: Tomcat
 * rejected the request, for example because of its address or the size of its headers, or an
 * exception left the filters.
 */
final class ProblemReportValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

  private final JsonMapper mapper;

  ProblemReportValve(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0) {
      return;
    }
    if (status >= 500 && failure != null) {
      LOG.error("A request failed outside Spring MVC", failure);
    }
    String path = Objects.requireNonNullElse(request.getRequestURI(), "");
    byte[] body = mapper.writeValueAsBytes(Problems.complete(Problems.ofStatus(status), path));
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setContentLength(body.length);
      response.getResponse().getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException e) {
      LOG.debug("The client closed the connection before it could be answered", e);
    }
  }
}
