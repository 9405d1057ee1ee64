package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.in.Register;
import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.auth.view.Registration;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.officer.OfficerResponse;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.EntityTags;
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
  ResponseEntity<RegistrationResponse> register(
      @RequestBody RegisterRequest request, HttpServletRequest http) {
    Registration registration = register.register(request.toCommand(Origins.of(http)));
    return ResponseEntity.created(Addresses.of("/api/officers/" + registration.officer().id()))
        .eTag(EntityTags.of(registration.officer().version()))
        .body(RegistrationResponse.from(registration));
  }

  @PostMapping("/login")
  SignInResponse login(@RequestBody SignInRequest request, HttpServletRequest http) {
    return SignInResponse.from(signIn.signIn(request.toCommand(Origins.of(http))));
  }

  @GetMapping("/profile")
  ResponseEntity<OfficerResponse> profile(Actor actor) {
    OfficerView officer = queries.profile(actor);
    return ResponseEntity.ok()
        .eTag(EntityTags.of(officer.version()))
        .body(OfficerResponse.from(officer));
  }
}
