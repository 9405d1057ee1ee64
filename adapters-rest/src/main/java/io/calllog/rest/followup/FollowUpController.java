package io.calllog.rest.followup;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.followup.port.in.CreateFollowUp;
import io.calllog.application.followup.port.in.FollowUpQueries;
import io.calllog.application.followup.port.in.RemoveFollowUp;
import io.calllog.application.followup.port.in.ReviseFollowUp;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.EditedFrom;
import io.calllog.rest.shared.binding.Patch;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.problem.AuditedAs;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/follow-ups", produces = MediaType.APPLICATION_JSON_VALUE)
class FollowUpController {

  private final FollowUpQueries queries;
  private final CreateFollowUp create;
  private final ReviseFollowUp revise;
  private final RemoveFollowUp remove;
  private final EntityTags tags;

  FollowUpController(
      FollowUpQueries queries,
      CreateFollowUp create,
      ReviseFollowUp revise,
      RemoveFollowUp remove,
      EntityTags tags) {
    this.queries = queries;
    this.create = create;
    this.revise = revise;
    this.remove = remove;
    this.tags = tags;
  }

  @PostMapping
  @AuditedAs(AuditAction.FOLLOW_UP_CREATED)
  ResponseEntity<byte[]> create(Caller caller, @RequestBody CreateFollowUpRequest request) {
    CreateFollowUp.Result result = create.create(request.toCommand(caller));
    var answer =
        result.repeated()
            ? ResponseEntity.ok()
            : ResponseEntity.created(Addresses.of("/api/follow-ups/" + result.followUp().id()));
    return answer(answer, result.followUp());
  }

  @GetMapping
  ResponseEntity<ItemsResponse<FollowUpResponse>> list(
      Actor actor, @QueryParameters ListFollowUpsParameters parameters) {
    var filter = parameters.filter().toFilter();
    var list = new ListRequest(filter);
    var paging = list.paging(ByTime.class, parameters.page());
    return list.answer(queries.list(actor, filter, paging), FollowUpResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable FollowUpId id) {
    return answer(ResponseEntity.ok(), queries.find(actor, id));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = {"application/merge-patch+json", "application/json"})
  @AuditedAs(AuditAction.FOLLOW_UP_CHANGED)
  ResponseEntity<byte[]> patch(
      Caller caller,
      @PathVariable FollowUpId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(FollowUpResponse.class) Patch<FollowUpDetails> patch) {
    return answer(
        ResponseEntity.ok(),
        revise.revise(new ReviseFollowUp.Command(caller, id, expected, patch)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.FOLLOW_UP_DELETED)
  void delete(Caller caller, @PathVariable FollowUpId id, ExpectedVersion expected) {
    remove.remove(new RemoveFollowUp.Command(caller, id, expected));
  }

  private ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder answer, FollowUpView view) {
    return tags.respond(answer, view.followUp().version(), FollowUpResponse.from(view));
  }
}
