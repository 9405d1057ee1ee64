package io.calllog.rest.shared;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one page of a list.
 *
 * @param count whether the response contains the number of items on all pages
 */
public record PageParameters(
    @Nullable PageLimit limit, @Nullable String cursor, @Nullable Boolean count) {}
