package io.calllog.rest.audit;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.port.in.AuditQueries;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.problem.AuditedAs;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditController {

  private final AuditQueries queries;

  AuditController(AuditQueries queries) {
    this.queries = queries;
  }

  @GetMapping
  @AuditedAs(AuditAction.AUDIT_READ)
  ResponseEntity<ItemsResponse<AuditEntryResponse>> list(
      Actor actor, @QueryParameters ListAuditParameters parameters) {
    var filter = parameters.toFilter();
    var list = new ListRequest(filter);
    var paging = list.paging(ByTime.class, parameters.page());
    return list.answer(queries.list(actor, filter, paging), AuditEntryResponse::from);
  }
}
