package io.calllog.rest.shared.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Writes the response when a filter or Tomcat only sets an error status. */
@Controller
class ProblemErrorController implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    boolean dispatched = request.getDispatcherType() == DispatcherType.ERROR;
    int status =
        dispatched && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s
            ? s
            : 404;
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problems.complete(
                Problems.ofStatus(status),
                path == null ? request.getRequestURI() : path.toString()));
  }
}
