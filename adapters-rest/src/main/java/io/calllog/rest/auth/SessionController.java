package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.in.ChangePassword;
import io.calllog.application.auth.port.in.RefreshSession;
import io.calllog.application.auth.port.in.SignOut;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.SessionId;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.openapi.ErrorStatuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** How sign-ins go on and end. */
@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Authentication")
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
  @SecurityRequirements
  @Operation(
      operationId = "refresh",
      summary = "Go on without signing in",
      description =
          "Spends the refresh token and answers the next pair. Shown again within 60 seconds, while"
              + " its successor is unused, it works once more; otherwise its session ends.")
  @ApiResponse(responseCode = "200", description = "The next pair")
  @ErrorStatuses(401)
  TokensResponse refresh(@RequestBody RefreshTokenRequest request, HttpServletRequest http) {
    return TokensResponse.from(
        refresh.refresh(new RefreshSession.Command(request.toSecret(), Origins.of(http))));
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "logout",
      summary = "Sign out on this device",
      description =
          "Ends the session of the refresh token, if it is one's own. Its access tokens are void"
              + " within 5 seconds.")
  @ApiResponse(responseCode = "204", description = "Signed out")
  void logout(Caller caller, @RequestBody RefreshTokenRequest request) {
    signOut.signOut(caller, request.toSecret());
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "changePassword",
      summary = "Change one's password",
      description =
          "All other sessions end, and access tokens are void within 5 seconds: go on with the"
              + " refresh token of this session. A wrong current password is a 401 with the code"
              + " `bad-credentials`.")
  @ApiResponse(responseCode = "204", description = "Changed")
  @ErrorStatuses(409)
  void changePassword(Caller caller, @RequestBody ChangePasswordRequest request) {
    changePassword.change(request.toCommand(caller));
  }

  @GetMapping("/sessions")
  @Operation(operationId = "listSessions", summary = "One's sessions, the last used first")
  @ApiResponse(responseCode = "200", description = "All of them, 100 at most")
  ItemsResponse<SessionResponse> sessions(Caller caller) {
    return ItemsResponse.all(queries.sessions(caller).stream().map(SessionResponse::from).toList());
  }

  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "endSession",
      summary = "End one of one's sessions",
      description = "Its access tokens are void within 5 seconds.")
  @ApiResponse(responseCode = "204", description = "Ended")
  void endSession(Caller caller, @PathVariable SessionId id) {
    signOut.end(caller, id);
  }
}
