package io.calllog.rest.call;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCalls;
import io.calllog.application.call.port.in.LogCalls.Logged;
import io.calllog.application.call.port.in.LogCalls.Outcome;
import io.calllog.application.call.port.in.LogCalls.Refused;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.rest.shared.RequestLimit;
import io.calllog.rest.shared.binding.BatchItem;
import io.calllog.rest.shared.binding.MaxBytes;
import io.calllog.rest.shared.problem.AuditedAs;
import io.calllog.rest.shared.problem.FailureProblems;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CallBatchController {

  private final LogCalls log;
  private final FailureProblems problems;
  private final DistributionSummary sizes;

  CallBatchController(LogCalls log, FailureProblems problems, MeterRegistry meters) {
    this.log = log;
    this.problems = problems;
    this.sizes =
        DistributionSummary.builder("calllog.calls.per.batch")
            .description("Calls in a request that logs several")
            .serviceLevelObjectives(1, 10, 50, 100, 200, 500, 1000)
            .register(meters);
  }

  /** An item of the request that can be logged, or is already refused because of its format. */
  private record Read(@Nullable CallId id, @Nullable Refused refused) {}

  @PostMapping(path = "/api/calls/batch", produces = MediaType.APPLICATION_JSON_VALUE)
  @AuditedAs(AuditAction.CALL_LOGGED)
  LogCallsResponse log(
      Caller caller,
      @RequestAttribute(RequestLimit.ATTRIBUTE) RequestLimit limit,
      @RequestBody @MaxBytes(LogCallsRequest.MAX_BYTES) LogCallsRequest request,
      HttpServletRequest http) {
    limit.countMore(request.furtherRequests());
    sizes.record(request.calls().size());
    List<LogCall.Command> commands = new ArrayList<>();
    List<Read> items = new ArrayList<>();
    for (BatchItem<LogCallRequest> item : request.calls()) {
      items.add(read(item, caller, commands));
    }
    Iterator<Outcome> outcomes = log.log(commands).iterator();
    return new LogCallsResponse(
        items.stream()
            .map(item -> {
              Outcome outcome = item.refused() == null ? outcomes.next() : item.refused();
              return switch (outcome) {
                case Logged(LogCall.Result result) -> LogCallsResponse.Item.of(result);
                case Refused refused ->
                    LogCallsResponse.Item.refused(item.id(), problems.of(refused.failure(), http));
              };
            })
            .toList());
  }

  private static Read read(
      BatchItem<LogCallRequest> item, Caller caller, List<LogCall.Command> commands) {
    try {
      LogCall.Command command = item.require().toIdentifiedCommand(caller);
      commands.add(command);
      return new Read(command.id(), null);
    } catch (InvalidInput e) {
      return new Read(item.id() == null ? null : new CallId(item.id()), new Refused(e));
    }
  }
}
