package io.calllog.rest.region;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.region.port.in.CreateRegion;
import io.calllog.application.region.port.in.RegionQueries;
import io.calllog.application.region.port.in.RemoveRegion;
import io.calllog.application.region.port.in.ReviseRegion;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
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
@RequestMapping(path = "/api/regions", produces = MediaType.APPLICATION_JSON_VALUE)
class RegionController {

  private final RegionQueries queries;
  private final CreateRegion create;
  private final ReviseRegion revise;
  private final RemoveRegion remove;
  private final EntityTags tags;

  RegionController(
      RegionQueries queries,
      CreateRegion create,
      ReviseRegion revise,
      RemoveRegion remove,
      EntityTags tags) {
    this.queries = queries;
    this.create = create;
    this.revise = revise;
    this.remove = remove;
    this.tags = tags;
  }

  @GetMapping
  ResponseEntity<ItemsResponse<RegionResponse>> list(
      Actor actor, @QueryParameters ListRegionsParameters parameters) {
    var filter = parameters.toFilter();
    var list = new ListRequest(filter);
    var paging = list.paging(ByPath.class, parameters.page());
    return list.answer(queries.list(actor, filter, paging), RegionResponse::from);
  }

  @PostMapping
  @AuditedAs(AuditAction.REGION_CREATED)
  ResponseEntity<byte[]> create(Caller caller, @RequestBody RegionDetails details) {
    RegionView region = create.create(new CreateRegion.Command(caller, details));
    return answer(
        ResponseEntity.created(Addresses.of("/api/regions/" + region.region().id())), region);
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable RegionId id) {
    return answer(ResponseEntity.ok(), queries.find(actor, id));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = {"application/merge-patch+json", "application/json"})
  @AuditedAs(AuditAction.REGION_CHANGED)
  ResponseEntity<byte[]> patch(
      Caller caller,
      @PathVariable RegionId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(RegionResponse.class) Patch<RegionDetails> patch) {
    var command = new ReviseRegion.Command(caller, id, expected, patch);
    return answer(ResponseEntity.ok(), revise.revise(command));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.REGION_DELETED)
  void delete(Caller caller, @PathVariable RegionId id, ExpectedVersion expected) {
    remove.remove(new RemoveRegion.Command(caller, id, expected));
  }

  private ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder answer, RegionView view) {
    RegionResponse response = RegionResponse.from(view);
    return tags.respond(answer, view.region().version(), response);
  }
}
