package io.calllog.rest.shared.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters and the web server refuse by status alone. */
@Hidden
@Controller
class ProblemErrorController implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean dispatched = request.getDispatcherType() == DispatcherType.ERROR;
    int status =
        dispatched && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s
            ? s
            : 404;
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
    var kind = StatusProblem.of(status, method == null ? request.getMethod() : method.toString());
    String instance = path == null ? request.getRequestURI() : path.toString();
    Problem.of(status, kind.code(), kind.detail(), instance, List.of()).writeTo(response);
  }
}
