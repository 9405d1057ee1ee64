package io.calllog.rest.officer;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Precondition;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.rest.shared.openapi.Refuses;
import io.calllog.rest.shared.problem.Attempts;
import io.calllog.rest.shared.problem.Guarded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stands apart from the other changes of officers because others may do it ({@link Guarded}). */
@RestController
@RequestMapping(path = "/api/officers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Officers")
class OfficerPasswordController implements Guarded {

  private final ResetPassword reset;

  OfficerPasswordController(ResetPassword reset) {
    this.reset = reset;
  }

  @PutMapping("/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "resetPassword",
      summary = "Give an officer a new password",
      description =
          "By those above: administrators, and for an OFFICER the managers of the region. All"
              + " sessions of the officer end. One's own is changed at `/api/auth/password`.")
  @ApiResponse(responseCode = "204", description = "Changed")
  @Refuses({403, 409})
  @Attempts(AuditAction.PASSWORD_RESET)
  void reset(
      Caller caller,
      @PathVariable OfficerId id,
      Precondition precondition,
      @RequestBody ResetPasswordRequest request) {
    reset.reset(request.toCommand(caller, id, precondition));
  }

  @Override
  public void requirePermitted(@Nullable Actor signedIn, HttpMethod method, @Nullable UUID id) {
    if (id != null) {
      reset.requirePermitted(Objects.requireNonNull(signedIn), new OfficerId(id));
    }
  }
}
