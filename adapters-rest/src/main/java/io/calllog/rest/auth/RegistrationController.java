package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.Register;
import io.calllog.application.auth.view.Registration;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.openapi.Refuses;
import io.calllog.rest.shared.problem.Guarded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands apart from signing in because registration alone can be closed ({@link Guarded}). */
@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Authentication")
class RegistrationController implements Guarded {

  private final Register register;

  RegistrationController(Register register) {
    this.register = register;
  }

  @PostMapping("/register")
  @SecurityRequirements
  @Operation(
      operationId = "register",
      summary = "Make an account for oneself",
      description =
          "An OFFICER in the region `unassigned`. Where registrations need approval, the account is"
              + " INACTIVE and there is no token until an administrator activates it.")
  @ApiResponse(responseCode = "201", description = "The account")
  @Refuses({403, 409})
  ResponseEntity<RegistrationResponse> register(
      @RequestBody RegisterRequest request, HttpServletRequest http) {
    Registration registration = register.register(request.toCommand(Origins.of(http)));
    return ResponseEntity.created(URI.create("/api/officers/" + registration.officer().id()))
        .eTag(EntityTags.of(registration.officer().version()))
        .body(RegistrationResponse.from(registration));
  }

  @Override
  public void requirePermitted(@Nullable Actor actor, HttpMethod method, @Nullable UUID id) {
    register.requireOpen();
  }
}
