package io.calllog.rest.shared.problem;

import io.calllog.application.audit.port.in.RecordRefusal;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Adds an entry to the audit trail when a signed-in officer or a key is refused an operation with
 * {@link AuditedAs}. Requests without a caller, such as registrations, leave no entry.
 */
@Component
class RefusalAudit {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalAudit.class);

  private final RecordRefusal recordRefusal;

  RefusalAudit(RecordRefusal recordRefusal) {
    this.recordRefusal = recordRefusal;
  }

  /** Records the refusal of the current request. If that fails, the refusal is still answered. */
  void record(HttpServletRequest request) {
    AuditedAs audited = auditedAs(request);
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (audited == null
        || authentication == null
        || !(authentication.getPrincipal() instanceof Caller caller)) {
      return;
    }
    try {
      recordRefusal.record(new RecordRefusal.Command(caller, audited.value(), id(request)));
    } catch (Unavailable e) {
      LOG.error(
          "Could not record a refusal in the audit trail: {} by {} ({})",
          audited.value(),
          caller.actor().id(),
          NestedExceptionUtils.getMostSpecificCause(e).toString());
    } catch (RuntimeException e) {
      LOG.error(
          "Could not record a refusal in the audit trail: {} by {}",
          audited.value(),
          caller.actor().id(),
          e);
    }
  }

  private static @Nullable AuditedAs auditedAs(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod operation
        ? operation.getMethodAnnotation(AuditedAs.class)
        : null;
  }

  private static @Nullable UUID id(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    try {
      return variables instanceof Map<?, ?> map && map.get("id") instanceof String id
          ? UUID.fromString(id)
          : null;
    } catch (IllegalArgumentException _) {
      return null; // a key was refused before the id was read
    }
  }
}
