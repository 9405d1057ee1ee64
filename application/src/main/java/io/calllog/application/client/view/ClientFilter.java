package io.calllog.application.client.view;

import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a list of clients is narrowed to; null stands for no limit.
 *
 * @param status of this status
 * @param region belonging at or below it
 * @param owner looked after by this officer
 * @param externalId the id in another system
 * @param text part of the name, the company or the phone number, without regard to case
 */
public record ClientFilter(
    @Nullable ClientStatus status,
    @Nullable Region region,
    @Nullable OfficerId owner,
    @Nullable ExternalId externalId,
    @Nullable String text) {

  /** Passes everything. */
  public static final ClientFilter ALL = new ClientFilter(null, null, null, null, null);
}
