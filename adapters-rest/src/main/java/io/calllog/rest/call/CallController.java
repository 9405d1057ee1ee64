package io.calllog.rest.call;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.RemoveCall;
import io.calllog.application.call.port.in.RestoreCall;
import io.calllog.application.call.port.in.ReviseCall;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.EditedFrom;
import io.calllog.rest.shared.binding.Patch;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.problem.AuditedAs;
import java.time.InstantSource;
import java.util.function.Function;
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
class CallController {

  private final LogCall log;
  private final CallQueries queries;
  private final ReviseCall revise;
  private final RemoveCall remove;
  private final RestoreCall restore;
  private final EntityTags tags;
  private final InstantSource clock;

  CallController(
      LogCall log,
      CallQueries queries,
      ReviseCall revise,
      RemoveCall remove,
      RestoreCall restore,
      EntityTags tags,
      InstantSource clock) {
    this.log = log;
    this.queries = queries;
    this.revise = revise;
    this.remove = remove;
    this.restore = restore;
    this.tags = tags;
    this.clock = clock;
  }

  @PostMapping
  @AuditedAs(AuditAction.CALL_LOGGED)
  ResponseEntity<byte[]> log(Caller caller, @RequestBody LogCallRequest request) {
    LogCall.Result result = log.log(request.toCommand(caller, clock.instant()));
    CallResponse call = CallResponse.logged(result);
    var answer =
        result.repeated()
            ? ResponseEntity.ok()
            : ResponseEntity.created(Addresses.of("/api/calls/" + call.id()));
    return tags.respond(answer, result.call().call().version(), call);
  }

  @GetMapping
  ResponseEntity<ItemsResponse<CallResponse>> list(
      Actor actor, @QueryParameters ListCallsParameters parameters) {
    var filter = parameters.toFilter();
    var list = new ListRequest(filter, parameters.order());
    var paging =
        list.paging(ByStart.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(queries.list(actor, filter, parameters.order(), paging), CallResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable CallId id) {
    return answer(queries.find(actor, id));
  }

  @GetMapping("/{id}/revisions")
  ResponseEntity<ItemsResponse<CallRevisionResponse>> revisions(
      Actor actor, @PathVariable CallId id, @QueryParameters ListRevisionsParameters parameters) {
    var list = new ListRequest("revisions", id);
    var paging =
        list.paging(ByTime.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(queries.revisions(actor, id, paging), CallRevisionResponse::from);
  }

  @PutMapping("/{id}")
  @AuditedAs(AuditAction.CALL_CHANGED)
  ResponseEntity<byte[]> replace(
      Caller caller,
      @PathVariable CallId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(CallResponse.class) ReplaceCallRequest request) {
    return revise(caller, id, expected, request::toEdit);
  }

  @PatchMapping(
      path = "/{id}",
      consumes = {"application/merge-patch+json", "application/json"})
  @AuditedAs(AuditAction.CALL_CHANGED)
  ResponseEntity<byte[]> patch(
      Caller caller,
      @PathVariable CallId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(CallResponse.class) Patch<PatchCallRequest> patch) {
    return revise(caller, id, expected, call -> patch.apply(PatchCallRequest.of(call)).toEdit());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.CALL_DELETED)
  void delete(Caller caller, @PathVariable CallId id, ExpectedVersion expected) {
    remove.remove(new RemoveCall.Command(caller, id, expected));
  }

  @PostMapping("/{id}/restore")
  @AuditedAs(AuditAction.CALL_RESTORED)
  ResponseEntity<byte[]> restore(Caller caller, @PathVariable CallId id) {
    return answer(restore.restore(new RestoreCall.Command(caller, id)));
  }

  private ResponseEntity<byte[]> revise(
      Caller caller, CallId id, ExpectedVersion expected, Function<Call, ReviseCall.Edit> changes) {
    return answer(revise.revise(new ReviseCall.Command(caller, id, expected, changes)));
  }

  private ResponseEntity<byte[]> answer(CallView view) {
    return tags.respond(ResponseEntity.ok(), view.call().version(), CallResponse.from(view));
  }
}
