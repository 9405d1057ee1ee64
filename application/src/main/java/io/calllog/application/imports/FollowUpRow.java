package io.calllog.application.imports;

import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row with a follow-up. The components are the columns. */
public record FollowUpRow(
    @Nullable FollowUpId id,
    @Nullable ClientId clientId,
    @Nullable PhoneNumber clientPhone,
    @Nullable EmailAddress clientEmail,
    @Nullable ExternalId clientExternalId,
    @Nullable OfficerId officerId,
    @Nullable EmailAddress officerEmail,
    Instant dueAt,
    @Nullable Comment note,
    @Nullable FollowUpState state) {}
