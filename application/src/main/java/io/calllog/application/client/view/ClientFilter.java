package io.calllog.application.client.view;

import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter for clients. An empty set or null means no restriction. A region includes those below
 * it. The {@code text} is searched in the name, the company, the e-mail address and the phone
 * numbers.
 *
 * @param phone the number of any of the phones
 */
public record ClientFilter(
    Set<ClientStatus> statuses,
    @Nullable RegionPath region,
    Set<OfficerId> owners,
    @Nullable ExternalId externalId,
    @Nullable SearchText text,
    @Nullable PhoneNumber phone) {

  /** Matches every client. */
  public static final ClientFilter ALL =
      new ClientFilter(Set.of(), null, Set.of(), null, null, null);

  /** Copies the sets, sorted, so that equal filters are the same text. */
  public ClientFilter {
    statuses = SortedCopy.of(statuses);
    owners = SortedCopy.of(owners);
  }
}
