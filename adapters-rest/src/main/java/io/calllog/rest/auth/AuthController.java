package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.in.Register;
import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.auth.view.Registration;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.officer.OfficerResponse;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.openapi.ErrorStatuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Authentication", description = "Registration, sign-in and the signed-in officer")
class AuthController {

  private final Register register;
  private final SignIn signIn;
  private final AuthQueries queries;

  AuthController(Register register, SignIn signIn, AuthQueries queries) {
    this.register = register;
    this.signIn = signIn;
    this.queries = queries;
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
  @ErrorStatuses({403, 409})
  ResponseEntity<RegistrationResponse> register(
      @RequestBody RegisterRequest request, HttpServletRequest http) {
    Registration registration = register.register(request.toCommand(Origins.of(http)));
    return ResponseEntity.created(URI.create("/api/officers/" + registration.officer().id()))
        .eTag(EntityTags.of(registration.officer().version()))
        .body(RegistrationResponse.from(registration));
  }

  @PostMapping("/login")
  @SecurityRequirements
  @Operation(
      operationId = "login",
      summary = "Sign in",
      description = "A wrong password, an unknown e-mail and an inactive account look the same.")
  @ApiResponse(responseCode = "200", description = "Who it is")
  @ErrorStatuses(401)
  SignInResponse login(@RequestBody SignInRequest request, HttpServletRequest http) {
    return SignInResponse.from(signIn.signIn(request.toCommand(Origins.of(http))));
  }

  @GetMapping("/profile")
  @Operation(operationId = "getProfile", summary = "The signed-in officer")
  @ApiResponse(responseCode = "200", description = "The officer")
  ResponseEntity<OfficerResponse> profile(Actor actor) {
    OfficerView officer = queries.profile(actor);
    return ResponseEntity.ok()
        .eTag(EntityTags.of(officer.version()))
        .body(OfficerResponse.from(officer));
  }
}
