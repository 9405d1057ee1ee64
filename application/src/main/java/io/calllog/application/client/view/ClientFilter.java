package io.calllog.application.client.view;

import io.calllog.application.shared.SearchText;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A filter for clients. An empty set or null means no restriction. A region includes those below
 * it. The {@code text} is searched in the name, the company, the e-mail address and the phone
 * number.
 */
public record ClientFilter(
    Set<ClientStatus> statuses,
    @Nullable RegionPath region,
    @Nullable OfficerId owner,
    @Nullable ExternalId externalId,
    @Nullable SearchText text) {

  /** Matches every client. */
  public static final ClientFilter ALL = new ClientFilter(Set.of(), null, null, null, null);

  /** Copies the set, sorted, so that equal filters are the same text. */
  public ClientFilter {
    statuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
  }
}
