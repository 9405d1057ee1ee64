package io.calllog.rest.call;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.RemoveCall;
import io.calllog.application.call.port.in.ReviseCall;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Precondition;
import io.calllog.domain.call.CallChanges;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.openapi.ErrorStatuses;
import io.calllog.rest.shared.problem.AuditedAs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/calls", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calls", description = "What happened between officers and clients")
class CallController {

  private final LogCall log;
  private final CallQueries queries;
  private final ReviseCall revise;
  private final RemoveCall remove;
  private final EntityTags tags;

  CallController(
      LogCall log, CallQueries queries, ReviseCall revise, RemoveCall remove, EntityTags tags) {
    this.log = log;
    this.queries = queries;
    this.revise = revise;
    this.remove = remove;
    this.tags = tags;
  }

  @PostMapping
  @Operation(
      operationId = "logCall",
      summary = "Log a call",
      description =
          "With an id made by the client (UUID version 7, its time within 24 hours of startedAt,"
              + " which is then required) the request can be repeated safely: the call is logged"
              + " once, and each repeat answers 200 with the call as it is by then.")
  @ApiResponse(responseCode = "201", description = "Logged")
  @ApiResponse(responseCode = "200", description = "Was logged before")
  @ErrorStatuses(409)
  @AuditedAs(AuditAction.CALL_LOGGED)
  ResponseEntity<CallResponse> log(Caller caller, @RequestBody LogCallRequest request) {
    LogCall.Result result = log.log(request.toCommand(caller));
    CallResponse call = CallResponse.from(result.call());
    var answer =
        result.repeated()
            ? ResponseEntity.ok()
            : ResponseEntity.created(URI.create("/api/calls/" + call.id()));
    return answer.eTag(tags.of(result.call().version(), call)).body(call);
  }

  @GetMapping
  @Operation(
      operationId = "listCalls",
      summary = "List the calls that count for the actor, newest first")
  @ApiResponse(responseCode = "200", description = "One page")
  ResponseEntity<ItemsResponse<CallResponse>> list(
      Actor actor, @QueryParameters ListCallsParameters parameters) {
    var filter = parameters.toFilter();
    var list = new ListRequest(filter, parameters.order());
    var paging =
        list.paging(ByStart.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(queries.list(actor, filter, parameters.order(), paging), CallResponse::from);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getCall", summary = "One call")
  @ApiResponse(responseCode = "200", description = "The call")
  ResponseEntity<CallResponse> get(Actor actor, @PathVariable CallId id) {
    return answer(queries.find(actor, id));
  }

  @GetMapping("/{id}/revisions")
  @Operation(
      operationId = "listCallRevisions",
      summary = "What was changed about a call, and by whom, newest first")
  @ApiResponse(responseCode = "200", description = "One page")
  ResponseEntity<ItemsResponse<CallRevisionResponse>> revisions(
      Actor actor, @PathVariable CallId id, @QueryParameters ListRevisionsParameters parameters) {
    var list = new ListRequest("revisions", id);
    var paging =
        list.paging(ByTime.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(queries.revisions(actor, id, paging), CallRevisionResponse::from);
  }

  @PutMapping("/{id}")
  @Operation(
      operationId = "replaceCall",
      summary = "Replace all that can be corrected about a call",
      description = "What is left out becomes null; startedAt keeps its value.")
  @ApiResponse(responseCode = "200", description = "The call")
  @ErrorStatuses(403)
  @AuditedAs(AuditAction.CALL_CHANGED)
  ResponseEntity<CallResponse> replace(
      Caller caller,
      @PathVariable CallId id,
      Precondition precondition,
      @RequestBody ReplaceCallRequest request) {
    return revise(caller, id, precondition, request.toChanges());
  }

  @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
  @Operation(operationId = "patchCall", summary = "Correct some fields of a call")
  @ApiResponse(responseCode = "200", description = "The call")
  @ErrorStatuses(403)
  @AuditedAs(AuditAction.CALL_CHANGED)
  ResponseEntity<CallResponse> patch(
      Caller caller,
      @PathVariable CallId id,
      Precondition precondition,
      @RequestBody PatchCallRequest request) {
    return revise(caller, id, precondition, request.toChanges());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteCall",
      summary = "Delete a call",
      description = "Hides it; its id stays used.")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @ErrorStatuses(403)
  @AuditedAs(AuditAction.CALL_DELETED)
  void delete(Caller caller, @PathVariable CallId id, Precondition precondition) {
    remove.remove(new RemoveCall.Command(caller, id, precondition));
  }

  private ResponseEntity<CallResponse> revise(
      Caller caller, CallId id, Precondition precondition, CallChanges changes) {
    return answer(revise.revise(new ReviseCall.Command(caller, id, precondition, changes)));
  }

  private ResponseEntity<CallResponse> answer(CallView view) {
    CallResponse call = CallResponse.from(view);
    return ResponseEntity.ok().eTag(tags.of(view.version(), call)).body(call);
  }
}
