package io.calllog.application.client.view;

import org.jspecify.annotations.Nullable;

/**
 * A client with the current name of its owner, who may be deleted.
 *
 * @param ownerName null if there is no owner
 */
public record OwnedClient(ListedClient listed, @Nullable String ownerName) {}
