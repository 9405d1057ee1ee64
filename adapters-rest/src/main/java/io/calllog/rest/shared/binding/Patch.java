package io.calllog.rest.shared.binding;

import java.util.function.UnaryOperator;

/**
 * The body of a {@code PATCH}: a JSON merge patch (RFC 7396) of a record. The body may have the
 * components of the record as properties. A component that is missing from the body keeps its
 * value; only a nullable component can be set to null.
 *
 * @param <R> the record
 */
public interface Patch<R extends Record> extends UnaryOperator<R> {}
