package io.calllog.application.client.view;

import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import org.jspecify.annotations.Nullable;

/**
 * A filter for clients. Null means no restriction. A region includes those below it. The {@code
 * text} is a part of the name, the company, or the phone number, ignoring case.
 */
public record ClientFilter(
    @Nullable ClientStatus status,
    @Nullable RegionPath region,
    @Nullable OfficerId owner,
    @Nullable ExternalId externalId,
    @Nullable String text) {

  /** Matches every client. */
  public static final ClientFilter ALL = new ClientFilter(null, null, null, null, null);
}
