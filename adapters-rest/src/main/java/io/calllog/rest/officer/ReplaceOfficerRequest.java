package io.calllog.rest.officer;

import static java.util.Objects.requireNonNullElse;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The body that replaces an officer. If omitted, the phone becomes null, the status becomes its
 * default, and region, leads and role are kept. Properties that the actor may not edit are also
 * kept.
 */
record ReplaceOfficerRequest(
    Name name,
    @Nullable EmailAddress email,
    @Nullable PhoneNumber phone,
    @Nullable RegionPath region,
    @Nullable List<RegionPath> leads,
    @Nullable Role role,
    @Nullable OfficerStatus status) {

  UnaryOperator<OfficerDetails> toChanges(Actor actor, OfficerId id) {
    if (email == null && actor.isAdmin()) {
      throw MalformedRequest.invalid(
          List.of(ProblemError.inBody(new Violation("email", "required", "is required"))));
    }
    boolean mayEditStatus = actor.isAdmin() || !actor.is(id);
    return current ->
        new OfficerDetails(
            name,
            requireNonNullElse(email, current.email()),
            phone,
            requireNonNullElse(region, current.region()),
            requireNonNullElse(leads, current.leads()),
            requireNonNullElse(role, current.role()),
            requireNonNullElse(status, mayEditStatus ? OfficerStatus.ACTIVE : current.status()));
  }
}
