package io.calllog.application.client.view;

import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.client.CallInterval;
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
 * @param unowned whether only clients without an owner match
 * @param notCalledFor only clients without a call in so many days, today not counted, and those
 *     that were never called
 * @param coverage only clients that are to be called again and again, in one of these states
 * @param phone the number of any of the phones
 */
public record ClientFilter(
    Set<ClientStatus> statuses,
    @Nullable RegionPath region,
    Set<OfficerId> owners,
    @Nullable ExternalId externalId,
    @Nullable SearchText text,
    boolean unowned,
    @Nullable CallInterval notCalledFor,
    Set<CallCoverage> coverage,
    @Nullable PhoneNumber phone) {

  /** Matches every client. */
  public static final ClientFilter ALL =
      new ClientFilter(Set.of(), null, Set.of(), null, null, false, null, Set.of(), null);

  /** Copies the sets, sorted, so that equal filters are the same text. */
  public ClientFilter {
    statuses = SortedCopy.of(statuses);
    owners = SortedCopy.of(owners);
    coverage = SortedCopy.of(coverage);
  }
}
