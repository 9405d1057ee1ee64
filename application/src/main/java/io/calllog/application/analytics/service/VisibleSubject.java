package io.calllog.application.analytics.service;

import io.calllog.application.audit.Subject;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.analytics.TargetSubject.OfRegion;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.RegionPath;

/** Finds the officers and the regions whose targets an actor sees. */
record VisibleSubject(OfficerViews officers, RegionViews regions) {

  /** Returns the region of the officer, or the region itself. */
  RegionPath require(TargetSubject subject, Actor actor) {
    return switch (subject) {
      case OfOfficer(var id) ->
          officers
              .find(id, actor.seesOfficers())
              .map(officer -> officer.details().region())
              .orElseThrow(() -> new NotFound("officer"));
      case OfRegion(var id) ->
          regions
              .find(id, actor.seesRegions())
              .map(region -> region.region().path())
              .orElseThrow(() -> new NotFound("region"));
    };
  }

  /** As {@link #require}, for a change. Returns the subject of its entry in the audit trail. */
  Subject requireLed(TargetSubject subject, Actor actor) {
    RegionPath region = require(subject, actor);
    if (!actor.leads(region)) {
      throw new NotPermitted("Only managers of the region and administrators may do this.");
    }
    return Subject.of(subject, region);
  }
}
