package io.calllog.rest.audit;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.port.in.AuditQueries;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.openapi.Refuses;
import io.calllog.rest.shared.problem.Attempts;
import io.calllog.rest.shared.problem.Guarded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Audit", description = "Who did what, when and from where")
class AuditController implements Guarded {

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
  @Refuses(403)
  @Attempts(AuditAction.AUDIT_READ)
  ResponseEntity<ItemsResponse<AuditEntryResponse>> list(
      Actor actor, @QueryParameters ListAuditParameters parameters, HttpServletRequest http) {
    AuditQueries.requirePermitted(actor);
    ListRequest list = new ListRequest(http, parameters.toFilter());
    var paging =
        list.paging(ByTime.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(
        queries.list(actor, parameters.toFilter(), paging), AuditEntryResponse::from);
  }

  @Override
  public void requirePermitted(@Nullable Actor actor, HttpMethod method, @Nullable UUID id) {
    AuditQueries.requirePermitted(Objects.requireNonNull(actor));
  }
}
