package io.calllog.rest.shared.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported list.
 *
 * @param name the name of the property of the item in JSON
 * @param value text, a number, an instant, a phone number or a UUID
 */
public record Column<T>(String name, Function<T, @Nullable Object> value) {}
