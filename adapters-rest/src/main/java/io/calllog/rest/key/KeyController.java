package io.calllog.rest.key;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.key.port.in.CreateKey;
import io.calllog.application.key.port.in.KeyQueries;
import io.calllog.application.key.port.in.ReviseKey;
import io.calllog.application.key.port.in.RevokeKey;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.PageParameters;
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
@RequestMapping(path = "/api/keys", produces = MediaType.APPLICATION_JSON_VALUE)
class KeyController {

  private final KeyQueries queries;
  private final CreateKey create;
  private final ReviseKey revise;
  private final RevokeKey revoke;
  private final EntityTags tags;

  KeyController(
      KeyQueries queries, CreateKey create, ReviseKey revise, RevokeKey revoke, EntityTags tags) {
    this.queries = queries;
    this.create = create;
    this.revise = revise;
    this.revoke = revoke;
    this.tags = tags;
  }

  @GetMapping
  ResponseEntity<ItemsResponse<KeyResponse>> list(
      Actor actor, @QueryParameters PageParameters page) {
    var list = new ListRequest("keys");
    var paging = list.paging(ByName.class, page);
    return list.answer(queries.list(actor, paging), KeyResponse::from);
  }

  @PostMapping
  @AuditedAs(AuditAction.KEY_CREATED)
  ResponseEntity<CreatedKeyResponse> create(Caller caller, @RequestBody CreateKeyRequest request) {
    CreateKey.Created created = create.create(request.toCommand(caller));
    ApiKeyView key = created.key();
    return ResponseEntity.created(Addresses.of("/api/keys/" + key.key().id()))
        .eTag(EntityTags.of(key.key().version()))
        .body(CreatedKeyResponse.from(created));
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable ApiKeyId id) {
    return answer(queries.find(actor, id));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = {"application/merge-patch+json", "application/json"})
  @AuditedAs(AuditAction.KEY_CHANGED)
  ResponseEntity<byte[]> patch(
      Caller caller,
      @PathVariable ApiKeyId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(KeyResponse.class) Patch<ApiKeyDetails> patch) {
    return answer(revise.revise(new ReviseKey.Command(caller, id, expected, patch)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.KEY_REVOKED)
  void delete(Caller caller, @PathVariable ApiKeyId id, ExpectedVersion expected) {
    revoke.revoke(new RevokeKey.Command(caller, id, expected));
  }

  /** The time of the last use changes without the version, so the tag has a hash of the content. */
  private ResponseEntity<byte[]> answer(ApiKeyView view) {
    return tags.respond(ResponseEntity.ok(), view.key().version(), KeyResponse.from(view));
  }
}
