package io.calllog.rest.officer;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.handover.port.in.HandOver;
import io.calllog.application.officer.port.in.CreateOfficer;
import io.calllog.application.officer.port.in.EraseOfficer;
import io.calllog.application.officer.port.in.OfficerQueries;
import io.calllog.application.officer.port.in.RemoveOfficer;
import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.officer.port.in.RestoreOfficer;
import io.calllog.application.officer.port.in.ReviseOfficer;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.call.ListCallsParameters;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.EditedFrom;
import io.calllog.rest.shared.binding.Patch;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.problem.AuditedAs;
import java.util.function.UnaryOperator;
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
@RequestMapping(path = "/api/officers", produces = MediaType.APPLICATION_JSON_VALUE)
class OfficerController {

  private final OfficerQueries queries;
  private final CallQueries calls;
  private final CreateOfficer create;
  private final ReviseOfficer revise;
  private final RemoveOfficer remove;
  private final RestoreOfficer restore;
  private final EraseOfficer erase;
  private final HandOver handOver;
  private final ResetPassword reset;
  private final EntityTags tags;

  OfficerController(
      OfficerQueries queries,
      CallQueries calls,
      CreateOfficer create,
      ReviseOfficer revise,
      RemoveOfficer remove,
      RestoreOfficer restore,
      EraseOfficer erase,
      HandOver handOver,
      ResetPassword reset,
      EntityTags tags) {
    this.queries = queries;
    this.calls = calls;
    this.create = create;
    this.revise = revise;
    this.remove = remove;
    this.restore = restore;
    this.erase = erase;
    this.handOver = handOver;
    this.reset = reset;
    this.tags = tags;
  }

  @GetMapping
  ResponseEntity<ItemsResponse<OfficerResponse>> list(
      Actor actor, @QueryParameters ListOfficersParameters parameters) {
    var filter = parameters.filter().toFilter();
    var list = new ListRequest(filter);
    var paging = list.paging(ByName.class, parameters.page());
    return list.answer(queries.list(actor, filter, paging), OfficerResponse::from);
  }

  @PostMapping
  @AuditedAs(AuditAction.OFFICER_CREATED)
  ResponseEntity<OfficerResponse> create(Caller caller, @RequestBody CreateOfficerRequest request) {
    OfficerView officer = create.create(request.toCommand(caller));
    return ResponseEntity.created(Addresses.of("/api/officers/" + officer.id()))
        .eTag(EntityTags.of(officer.version()))
        .body(OfficerResponse.from(officer));
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable OfficerId id) {
    OfficerView officer = queries.find(actor, id);
    var response = OfficerDetailsResponse.from(officer, calls.historyOf(actor, id));
    return tags.respond(ResponseEntity.ok(), officer.version(), response);
  }

  @GetMapping("/{id}/calls")
  ResponseEntity<ItemsResponse<CallResponse>> listCalls(
      Actor actor, @PathVariable OfficerId id, @QueryParameters ListCallsParameters parameters) {
    var filter = parameters.filter().toFilter();
    var list = new ListRequest(filter, parameters.filter().order(), id);
    var paging = list.paging(ByStart.class, parameters.page());
    return list.answer(
        calls.listOf(actor, id, filter, parameters.filter().order(), paging), CallResponse::from);
  }

  @PutMapping("/{id}")
  @AuditedAs(AuditAction.OFFICER_CHANGED)
  ResponseEntity<OfficerResponse> replace(
      Caller caller,
      @PathVariable OfficerId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(OfficerDetailsResponse.class) ReplaceOfficerRequest request) {
    return revise(caller, id, expected, request.toChanges(caller.actor(), id));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = {"application/merge-patch+json", "application/json"})
  @AuditedAs(AuditAction.OFFICER_CHANGED)
  ResponseEntity<OfficerResponse> patch(
      Caller caller,
      @PathVariable OfficerId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(OfficerDetailsResponse.class) Patch<OfficerDetails> patch) {
    return revise(caller, id, expected, patch);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.OFFICER_DELETED)
  void delete(Caller caller, @PathVariable OfficerId id, ExpectedVersion expected) {
    remove.remove(new RemoveOfficer.Command(caller, id, expected));
  }

  @PostMapping("/{id}/restore")
  @AuditedAs(AuditAction.OFFICER_RESTORED)
  ResponseEntity<OfficerResponse> restore(Caller caller, @PathVariable OfficerId id) {
    return answer(restore.restore(new RestoreOfficer.Command(caller, id)));
  }

  @PostMapping("/{id}/hand-over")
  @AuditedAs(AuditAction.OFFICER_HANDED_OVER)
  HandOverResponse handOver(
      Caller caller, @PathVariable OfficerId id, @RequestBody HandOverRequest request) {
    return HandOverResponse.from(handOver.handOver(request.toCommand(caller, id)));
  }

  @PostMapping("/{id}/erase")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.OFFICER_ERASED)
  void erase(Caller caller, @PathVariable OfficerId id) {
    erase.erase(new EraseOfficer.Command(caller, id));
  }

  @PutMapping("/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.PASSWORD_RESET)
  void reset(
      Caller caller,
      @PathVariable OfficerId id,
      ExpectedVersion expected,
      @RequestBody ResetPasswordRequest request) {
    reset.reset(request.toCommand(caller, id, expected));
  }

  private ResponseEntity<OfficerResponse> revise(
      Caller caller,
      OfficerId id,
      ExpectedVersion expected,
      UnaryOperator<OfficerDetails> changes) {
    return answer(revise.revise(new ReviseOfficer.Command(caller, id, expected, changes)));
  }

  private static ResponseEntity<OfficerResponse> answer(OfficerView officer) {
    return ResponseEntity.ok()
        .eTag(EntityTags.of(officer.version()))
        .body(OfficerResponse.from(officer));
  }
}
