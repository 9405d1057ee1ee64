package io.calllog.client;

import io.calllog.client.api.CallsApi;
import io.calllog.client.api.ChangesApi;
import io.calllog.client.api.FiguresApi;
import io.calllog.client.api.ProfileApi;
import io.calllog.client.api.SignInApi;
import io.calllog.client.invoker.ApiClient;
import io.calllog.client.invoker.ApiException;
import io.calllog.client.model.Call;
import io.calllog.client.model.CallChange;
import io.calllog.client.model.CallOutcome;
import io.calllog.client.model.CallType;
import io.calllog.client.model.Change;
import io.calllog.client.model.ErrorCode;
import io.calllog.client.model.LogCallRequest;
import io.calllog.client.model.PatchCallRequest;
import io.calllog.client.model.Problem;
import io.calllog.client.model.ProblemCode;
import io.calllog.client.model.RegisterRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Uses the generated client: register, log, list, patch, figures, changes, and three refusals. */
public final class Flow {

  private interface Request {
    Object send() throws ApiException;
  }

  private Flow() {}

  /** Runs against the application at the address in the first argument. */
  public static void main(String[] arguments) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    var account =
        new RegisterRequest()
            .name("Olivia Chapman")
            .email(UUID.randomUUID() + "@calllog.example")
            .password("correct horse battery staple");
    String token = new SignInApi(client).register(account).getAccessToken();
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + token));

    var calls = new CallsApi(client);
    Call call = calls.logCall(request(312));
    check(call.getVersion() == 0, "a new call has the version 0");
    var outcomes = List.of(CallOutcome.SUCCESSFUL, CallOutcome.BUSY);
    var page =
        calls.listCalls(
            null, null, null, outcomes, null, null, null, null, null, null, null, 10, null, true);
    check(
        page.getItems().stream().map(Call::getId).toList().equals(List.of(call.getId())),
        "the list has the call");
    check(Long.valueOf(1).equals(page.getTotal()), "the list has one item");

    var patch = new PatchCallRequest().outcome(CallOutcome.FOLLOW_UP).comment("Wants an offer.");
    Call patched = calls.patchCall(call.getId(), patch, "\"" + call.getVersion() + "\"");
    check(patched.getOutcome() == CallOutcome.FOLLOW_UP, "the call has the new outcome");
    var summary =
        new FiguresApi(client)
            .getSummary(null, null, null, null, null, null, null, null, null, null);
    check(Long.valueOf(1).equals(summary.getCalls().getValue()), "the figures count the call");
    check(feedHas(client, call), "the feed of changes has the call");

    Problem invalid = refusal(client, 400, () -> calls.logCall(request(-1)));
    check(invalid.getCode() == ProblemCode.INVALID_INPUT, "the problem has its code");
    check(
        invalid.getErrors().getFirst().getCode() == ErrorCode.OUT_OF_RANGE,
        "the error has its code");
    var nobodys = UUID.fromString("0197f000-0000-7000-8000-000000000000");
    Problem missing = refusal(client, 404, () -> calls.getCall(nobodys, null));
    check(missing.getCode() == ProblemCode.NOT_FOUND, "nothing is found");
    var profile = new ProfileApi(client);
    Problem limited =
        refusal(
            client,
            429,
            () -> {
              for (int i = 0; i < 1000; i++) {
                profile.getProfile(null);
              }
              return "no refusal";
            });
    check(limited.getCode() == ProblemCode.TOO_MANY_REQUESTS, "the limit is reached");
    System.out.println("openapi-generator, Java: passed");
  }

  /** Asks again for some seconds, because the feed ends before the oldest open transaction. */
  private static boolean feedHas(ApiClient client, Call call) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    boolean has = false;
    while (!has && Instant.now().isBefore(end)) {
      has =
          new ChangesApi(client)
              .listChanges(null, null, null).getItems().stream()
                  .map(Change::getActualInstance)
                  .anyMatch(
                      change ->
                          change instanceof CallChange changed
                              && changed.getId().equals(call.getId())
                              && changed.getValue().getOutcome() == CallOutcome.FOLLOW_UP);
    }
    return has;
  }

  private static LogCallRequest request(int seconds) {
    return new LogCallRequest()
        .type(CallType.OUTGOING)
        .outcome(CallOutcome.SUCCESSFUL)
        .durationSeconds(seconds);
  }

  private static Problem refusal(ApiClient client, int status, Request request) throws Exception {
    try {
      throw new IllegalStateException("Not refused: " + request.send());
    } catch (ApiException refused) {
      check(refused.getCode() == status, "is " + status + ": " + refused.getMessage());
      return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    }
  }

  private static void check(boolean expected, String message) {
    if (!expected) {
      throw new IllegalStateException(message);
    }
  }
}
