package io.calllog.rest.auth;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.in.ChangePassword;
import io.calllog.application.auth.port.in.RefreshSession;
import io.calllog.application.auth.port.in.SignOut;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.SessionId;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.problem.AuditedAs;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Refreshes and ends sessions, and changes passwords. */
@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

  private final RefreshSession refresh;
  private final SignOut signOut;
  private final ChangePassword changePassword;
  private final AuthQueries queries;

  SessionController(
      RefreshSession refresh, SignOut signOut, ChangePassword changePassword, AuthQueries queries) {
    this.refresh = refresh;
    this.signOut = signOut;
    this.changePassword = changePassword;
    this.queries = queries;
  }

  @PostMapping("/refresh")
  TokensResponse refresh(@RequestBody RefreshTokenRequest request, HttpServletRequest http) {
    return TokensResponse.from(
        refresh.refresh(new RefreshSession.Command(request.toSecret(), Origins.of(http))));
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.SIGNED_OUT)
  void logout(Caller caller, @RequestBody RefreshTokenRequest request) {
    signOut.signOut(caller, request.toSecret());
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.PASSWORD_CHANGED)
  void changePassword(Caller caller, @RequestBody ChangePasswordRequest request) {
    changePassword.change(request.toCommand(caller));
  }

  @GetMapping("/sessions")
  ItemsResponse<SessionResponse> sessions(Caller caller) {
    return ItemsResponse.all(queries.sessions(caller).stream().map(SessionResponse::from).toList());
  }

  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.SESSION_ENDED)
  void endSession(Caller caller, @PathVariable SessionId id) {
    signOut.end(caller, id);
  }
}
