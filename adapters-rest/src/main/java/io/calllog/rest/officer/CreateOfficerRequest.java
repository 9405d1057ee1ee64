package io.calllog.rest.officer;

import io.calllog.application.officer.port.in.CreateOfficer;
import io.calllog.application.shared.Caller;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record CreateOfficerRequest(
    Name name,
    EmailAddress email,
    Password password,
    @Nullable PhoneNumber phone,
    @Nullable RegionPath region,
    @Nullable List<RegionPath> leads,
    @Nullable Role role,
    @Nullable OfficerStatus status) {

  CreateOfficer.Command toCommand(Caller caller) {
    var details =
        new OfficerDetails(
            name,
            email,
            phone,
            Objects.requireNonNullElse(region, RegionPath.UNASSIGNED),
            Objects.requireNonNullElse(leads, List.of()),
            Objects.requireNonNullElse(role, Role.OFFICER),
            Objects.requireNonNullElse(status, OfficerStatus.ACTIVE));
    return new CreateOfficer.Command(caller, details, password);
  }
}
