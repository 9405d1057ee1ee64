package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.RebuildFigures;
import io.calllog.application.analytics.port.in.VerifyFigures;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.shared.Caller;
import io.calllog.domain.analytics.DayRange;
import io.calllog.rest.shared.openapi.ErrorStatuses;
import io.calllog.rest.shared.problem.AuditedAs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/admin/analytics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration", description = "For administrators")
class FiguresAdminController {

  private final VerifyFigures verify;
  private final RebuildFigures rebuild;

  FiguresAdminController(VerifyFigures verify, RebuildFigures rebuild) {
    this.verify = verify;
    this.rebuild = rebuild;
  }

  @PostMapping("/verify")
  @Operation(
      operationId = "verifyFigures",
      summary = "Compare the figures that are kept with the calls (ADMIN)",
      description = "Counts the calls of each day one by one, and tells every figure that differs.")
  @ApiResponse(responseCode = "200", description = "What differs")
  @ErrorStatuses(403)
  @AuditedAs(AuditAction.FIGURES_VERIFIED)
  DifferencesResponse verify(Caller caller, @RequestBody DayRangeRequest request) {
    DayRange range = request.toRange();
    return DifferencesResponse.from(range, verify.verify(new VerifyFigures.Command(caller, range)));
  }

  @PostMapping("/rebuild")
  @Operation(
      operationId = "rebuildFigures",
      summary = "Count the calls of some days anew (ADMIN)",
      description =
          "Tells every figure that was wrong. Calls can be logged meanwhile; a change waits for one"
              + " day at a time.")
  @ApiResponse(responseCode = "200", description = "What was wrong")
  @ErrorStatuses({403, 409})
  @AuditedAs(AuditAction.FIGURES_REBUILT)
  DifferencesResponse rebuild(Caller caller, @RequestBody DayRangeRequest request) {
    DayRange range = request.toRange();
    return DifferencesResponse.from(
        range, rebuild.rebuild(new RebuildFigures.Command(caller, range)));
  }
}
