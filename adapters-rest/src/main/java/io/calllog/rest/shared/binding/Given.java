package io.calllog.rest.shared.binding;

import org.jspecify.annotations.Nullable;

/**
 * A property for which null means something else than its absence.
 *
 * @param present whether the request has the property
 * @param value null if it is absent or null
 */
public record Given<T>(boolean present, @Nullable T value) {}
