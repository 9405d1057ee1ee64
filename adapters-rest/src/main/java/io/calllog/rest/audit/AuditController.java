package io.calllog.rest.audit;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.port.in.AuditQueries;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.openapi.ErrorStatuses;
import io.calllog.rest.shared.problem.AuditedAs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Audit", description = "Who did what, when and from where")
class AuditController {

  private final AuditQueries queries;

  AuditController(AuditQueries queries) {
    this.queries = queries;
  }

  @GetMapping
  @Operation(
      operationId = "listAuditEntries",
      summary = "List what happened, newest first (MANAGER, ADMIN)",
      description =
          "A manager sees what was done to officers, clients and calls of the own subtree. Of"
              + " somebody who was erased, addresses and personal values are null.")
  @ApiResponse(responseCode = "200", description = "One page")
  @ErrorStatuses(403)
  @AuditedAs(AuditAction.AUDIT_READ)
  ResponseEntity<ItemsResponse<AuditEntryResponse>> list(
      Actor actor, @QueryParameters ListAuditParameters parameters) {
    var filter = parameters.toFilter();
    var list = new ListRequest(filter);
    var paging =
        list.paging(ByTime.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(queries.list(actor, filter, paging), AuditEntryResponse::from);
  }
}
