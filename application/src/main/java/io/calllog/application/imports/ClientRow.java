package io.calllog.application.imports;

import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row with a client. The components are the columns. */
public record ClientRow(
    @Nullable ClientId id,
    Name name,
    @Nullable Name company,
    @Nullable Phone phone,
    @Nullable List<Phone> phones,
    @Nullable EmailAddress email,
    @Nullable PostalAddress address,
    @Nullable RegionPath region,
    @Nullable ClientStatus status,
    @Nullable OfficerId ownerId,
    @Nullable EmailAddress ownerEmail,
    @Nullable ExternalId externalId,
    @Nullable CallInterval callEvery) {}
