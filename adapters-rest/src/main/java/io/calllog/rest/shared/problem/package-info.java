/** Error responses as problem details (RFC 9457). */
@NullMarked
package io.calllog.rest.shared.problem;

import org.jspecify.annotations.NullMarked;
