package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.officer.OfficerResponse;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Authentication", description = "Signing in, and who is signed in")
class AuthController {

  private final SignIn signIn;
  private final AuthQueries queries;

  AuthController(SignIn signIn, AuthQueries queries) {
    this.signIn = signIn;
    this.queries = queries;
  }

  @PostMapping("/login")
  @SecurityRequirements
  @Operation(
      operationId = "login",
      summary = "Sign in",
      description = "A wrong password, an unknown e-mail and an inactive account look the same.")
  @ApiResponse(responseCode = "200", description = "Who it is")
  @Refuses(401)
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
