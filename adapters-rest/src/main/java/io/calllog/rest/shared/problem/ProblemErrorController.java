package io.calllog.rest.shared.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters and the web server refuse by status alone. */
@Hidden
@Controller
class ProblemErrorController implements ErrorController {

  private final AllowedMethods methods;

  ProblemErrorController(AllowedMethods methods) {
    this.methods = methods;
  }

  @RequestMapping("${server.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean dispatched = request.getDispatcherType() == DispatcherType.ERROR;
    int status =
        dispatched && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s
            ? s
            : 404;
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
    String instance = path == null ? request.getRequestURI() : path.toString();
    if (status == 405) { // TRACE, which Tomcat refuses before it looks where it leads
      Optional<String> allowed = methods.at(instance);
      response.setHeader(HttpHeaders.ALLOW, allowed.orElse(null));
      status = allowed.isPresent() ? 405 : 404;
    }
    var kind = StatusProblem.of(status, method == null ? request.getMethod() : method.toString());
    Problem.of(status, kind.code(), kind.detail(), instance, List.of()).writeTo(response);
  }
}
