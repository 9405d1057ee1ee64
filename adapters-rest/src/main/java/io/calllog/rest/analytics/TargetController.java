package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.RemoveTarget;
import io.calllog.application.analytics.port.in.SetTarget;
import io.calllog.application.analytics.port.in.TargetQueries;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.analytics.TargetSubject.OfRegion;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.region.RegionId;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.binding.EditedFrom;
import io.calllog.rest.shared.problem.AuditedAs;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/targets", produces = MediaType.APPLICATION_JSON_VALUE)
class TargetController {

  private final TargetQueries queries;
  private final SetTarget set;
  private final RemoveTarget remove;
  private final EntityTags tags;

  TargetController(TargetQueries queries, SetTarget set, RemoveTarget remove, EntityTags tags) {
    this.queries = queries;
    this.set = set;
    this.remove = remove;
    this.tags = tags;
  }

  @GetMapping("/officers/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable OfficerId id) {
    return answer(queries.find(actor, new OfOfficer(id)));
  }

  @GetMapping("/regions/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable RegionId id) {
    return answer(queries.find(actor, new OfRegion(id)));
  }

  @PutMapping("/officers/{id}")
  @AuditedAs(AuditAction.TARGET_SET)
  ResponseEntity<byte[]> put(
      Caller caller,
      @PathVariable OfficerId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(TargetResponse.class) TargetDetails details) {
    return put(caller, new OfOfficer(id), expected, details);
  }

  @PutMapping("/regions/{id}")
  @AuditedAs(AuditAction.TARGET_SET)
  ResponseEntity<byte[]> put(
      Caller caller,
      @PathVariable RegionId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom(TargetResponse.class) TargetDetails details) {
    return put(caller, new OfRegion(id), expected, details);
  }

  @DeleteMapping("/officers/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.TARGET_REMOVED)
  void delete(Caller caller, @PathVariable OfficerId id, ExpectedVersion expected) {
    remove.remove(new RemoveTarget.Command(caller, new OfOfficer(id), expected));
  }

  @DeleteMapping("/regions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.TARGET_REMOVED)
  void delete(Caller caller, @PathVariable RegionId id, ExpectedVersion expected) {
    remove.remove(new RemoveTarget.Command(caller, new OfRegion(id), expected));
  }

  private ResponseEntity<byte[]> put(
      Caller caller, TargetSubject subject, ExpectedVersion expected, TargetDetails details) {
    return answer(set.set(new SetTarget.Command(caller, subject, expected, details)));
  }

  private ResponseEntity<byte[]> answer(Target target) {
    return tags.respond(ResponseEntity.ok(), target.version(), TargetResponse.from(target));
  }
}
