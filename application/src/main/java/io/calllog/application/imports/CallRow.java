package io.calllog.application.imports;

import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row with a call. The components are the columns. */
public record CallRow(
    @Nullable CallId id,
    @Nullable OfficerId officerId,
    @Nullable EmailAddress officerEmail,
    @Nullable ClientId clientId,
    @Nullable PhoneNumber clientPhone,
    @Nullable EmailAddress clientEmail,
    @Nullable ExternalId clientExternalId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    Instant startedAt,
    @Nullable Comment comment,
    @Nullable ExternalId externalId,
    @Nullable PhoneNumber number) {}
