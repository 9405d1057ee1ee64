package io.calllog.rest.auth;

import io.calllog.domain.shared.NotPermitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Answers requests that no scope of the key allows. The audit trail records refused changes. */
@Component
class DeniedKeys implements AccessDeniedHandler {

  private final RequestMappingHandlerMapping operations;
  private final HandlerExceptionResolver failures;

  DeniedKeys(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping operations,
      @Qualifier("problemResolver") HandlerExceptionResolver failures) {
    this.operations = operations;
    this.failures = failures;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
    findOperation(request);
    failures.resolveException(
        request, response, null, new NotPermitted("No scope of this key allows this request."));
  }

  /** Stores the operation and its id in the request, where the audit looks for them. */
  private void findOperation(HttpServletRequest request) {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      operations.getHandler(request);
    } catch (Exception _) {
      // no operation, so there is nothing to record
    }
  }
}
