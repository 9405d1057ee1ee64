package io.calllog.application.imports;

import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row with an officer. The components are the columns. */
public record OfficerRow(
    Name name,
    EmailAddress email,
    @Nullable PhoneNumber phone,
    @Nullable RegionPath region,
    @Nullable List<RegionPath> leads,
    @Nullable Role role,
    @Nullable OfficerStatus status) {}
