package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.RebuildFigures;
import io.calllog.application.analytics.port.in.VerifyFigures;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.shared.Caller;
import io.calllog.domain.analytics.DayRange;
import io.calllog.rest.shared.problem.AuditedAs;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/admin/analytics", produces = MediaType.APPLICATION_JSON_VALUE)
class FiguresAdminController {

  private final VerifyFigures verify;
  private final RebuildFigures rebuild;

  FiguresAdminController(VerifyFigures verify, RebuildFigures rebuild) {
    this.verify = verify;
    this.rebuild = rebuild;
  }

  @PostMapping("/verify")
  @AuditedAs(AuditAction.FIGURES_VERIFIED)
  DifferencesResponse verify(Caller caller, @RequestBody DayRangeRequest request) {
    DayRange range = request.toRange();
    return DifferencesResponse.from(range, verify.verify(new VerifyFigures.Command(caller, range)));
  }

  @PostMapping("/rebuild")
  @AuditedAs(AuditAction.FIGURES_REBUILT)
  DifferencesResponse rebuild(Caller caller, @RequestBody DayRangeRequest request) {
    DayRange range = request.toRange();
    return DifferencesResponse.from(
        range, rebuild.rebuild(new RebuildFigures.Command(caller, range)));
  }
}
