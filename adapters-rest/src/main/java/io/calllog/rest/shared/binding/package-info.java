/** Reads bodies and query parameters into records of domain values. */
@NullMarked
package io.calllog.rest.shared.binding;

import org.jspecify.annotations.NullMarked;
